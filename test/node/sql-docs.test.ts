import { readFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { buildReport, parseAccount, parseModel, type Report } from '@hale/core';
import { compileScores, duckdb } from '@hale/core/sql';
import { expect } from 'chai';
import { transformSync } from 'esbuild';
import { snippetsOf } from '../support/snippets.ts';

const root = new URL('../../', import.meta.url);
const file = 'packages/core/docs/sql.md';
const page = readFileSync(new URL(file, root), 'utf8');
const snippets = snippetsOf(root, file);
const code = (language: string) => snippets.filter((one) => one.language === language).map((one) => one.code);
const now = '2026-11-14T09:00:00.000Z';

/** The rows of the table under a header that begins so. */
const tableUnder = (header: string): string[][] =>
  (page.split(`\n${header}`)[1] ?? '')
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    ) ?? [];

type Run = (text: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>;
interface Snippet {
  scores(document: unknown, run: Run, now: Date): Promise<Record<string, unknown>[]>;
  report(document: unknown, run: Run, now: Date, account: string): Promise<Report | null>;
}

describe('the page on SQL', () => {
  let connection: DuckDBConnection;
  const run: Run = async (text, values) =>
    (await connection.runAndReadAll(text, values as DuckDBValue[])).getRowObjectsJS();
  const document = JSON.parse(code('json')[0] ?? 'null');
  let snippet: Snippet;

  before(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const statements of code('sql').slice(0, -1)) await connection.run(statements);
    const imports = (text: string) => text.replace(/'(@hale\/\S+)'/g, (_, name) => `'${import.meta.resolve(name)}'`);
    const [typescript = ''] = code('ts');
    const { code: javascript } = transformSync(imports(typescript), { loader: 'ts', format: 'esm' });
    snippet = await import(`data:text/javascript,${encodeURIComponent(javascript)}`);
  });
  after(() => connection.closeSync());

  it('shows what the statement gives', async () => {
    const rows = await snippet.scores(document, run, new Date(now));
    const [header = ''] = /^\| account_id \| score .*$/m.exec(page) ?? [];
    const names = header
      .slice(1, -1)
      .split('|')
      .map((name) => name.trim());
    expect(names.length).to.be.above(4);
    expect(rows.map((row) => names.map((name) => String(row[name])))).to.deep.equal(tableUnder(header));
  });

  it('makes the report that the account itself has', async () => {
    const account = parseAccount({
      id: 'acc-0001',
      name: 'Averlund Freight',
      since: '2025-02-01T00:00:00Z',
      facts: { seats: 4 },
      events: ['dana', 'kofi'].map((user) => ({ name: 'use', at: '2026-11-13T09:30:00Z', user })),
    });
    const found = await snippet.report(document, run, new Date(now), account.id);
    expect(found).to.deep.equal(buildReport(parseModel(document), account, { now }));
    expect(await snippet.report(document, run, new Date(now), 'nobody')).to.equal(null);
  });

  it('keeps the scores of a night as history that the next one reads', async () => {
    const { text, values } = compileScores(parseModel(document), duckdb, { now: Date.parse('2026-10-17T09:00:00Z') });
    await run(`create table scores as ${text}`, values);
    await connection.run(code('sql').at(-1) ?? '');
    const [row] = await snippet.scores(document, run, new Date(now));
    expect(row).to.include({ score: 62.5, score_change: 62.5 });
  });

  it('lists every column there is, and no other', () => {
    const rule = {
      all: [
        { fact: 'plan', known: true },
        { measure: 'seatUse', gte: 0 },
      ],
    };
    const rich = parseModel({
      ...document,
      dimensions: [
        {
          id: 'adoption',
          weight: 1,
          method: 'points',
          start: 5,
          max: 90,
          metrics: [...document.dimensions[0].metrics, { kind: 'action', id: 'first-use', event: 'use', points: 5 }],
        },
      ],
      segments: [{ id: 'one', when: rule }],
      stages: [{ id: 'one', when: rule }],
      maturity: [{ id: 'one', when: rule }],
    });
    const named = (name: string) => name.replaceAll(/_<(id|name)>/g, '_x');
    const [ofColumns = ''] = page.split('\n## Engines');
    const documented = [...ofColumns.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => named(name)),
    );
    const { columns } = compileScores(rich, duckdb, { now: Date.parse(now) });
    const given = columns
      .filter(({ of, part }) => !(of === 'measure' && part))
      .map(({ of, id, part }) => [of, id && 'x', part].filter(Boolean).join('_'));
    const tables = ['accounts', 'facts', 'events', 'history', 'overrides'];
    const mentioned = [
      ...documented,
      ...[...page.matchAll(/`((?:group|measure_of)_<id>\w*)`/g)].map(([, name = '']) => named(name)),
    ];
    expect([...new Set(mentioned)].filter((name) => !tables.includes(name)).toSorted()).to.deep.equal(
      [...new Set(given)].toSorted(),
    );
  });
});
