import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReport, parseAccount, parseModel, type Report } from '@hale/core';
import { hale, type Ran, type RunOptions } from './hale.ts';

const examples = fileURLToPath(new URL('../../packages/core/examples/', import.meta.url));
export const now = '2026-11-14T09:00:00Z';

/** The accounts of the examples, as documents. */
export const documents = readdirSync(join(examples, 'accounts')).map((name) =>
  parseAccount(JSON.parse(readFileSync(join(examples, 'accounts', name), 'utf8'))),
);

/** The cells of a row of CSV. */
const row = (cells: readonly unknown[]): string =>
  `${cells.map((cell) => (cell === null || cell === undefined ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',')}\n`;

/** The same accounts as tables. */
const tables = {
  'accounts.csv': [
    row(['id', 'name', 'since', 'tracked']),
    ...documents.map(({ id, name, since, tracked, events }) =>
      row([id, name, since, tracked ? tracked.join('|') : events ? '' : '[]']),
    ),
  ],
  'facts.csv': [
    row(['account_id', 'name', 'value', 'at']),
    ...documents.flatMap(({ id, facts = {} }) =>
      Object.entries(facts).flatMap(([name, given]) =>
        [given].flat().map((one) => {
          const { value, at } = one !== null && typeof one === 'object' ? one : { value: one, at: undefined };
          return row([id, name, value, at]);
        }),
      ),
    ),
  ],
  'events.ndjson': documents.flatMap(({ id, events = [] }) =>
    events.map(
      ({ user, ...event }) => `${JSON.stringify({ account_id: id, ...event, ...(user ? { user_id: user } : {}) })}\n`,
    ),
  ),
};

/** A model that counts one event. */
export const countOf = (event: string) => ({
  id: 'count',
  version: '1',
  measures: { many: { kind: 'count', event, within: '30d' } },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'many', measure: 'many', worst: 0, best: 10 }] }],
  tiers: [{ id: 'low', from: 0 }],
});

/** The command line, as the tests of a suite call it. */
interface CommandLine {
  /** The folder it runs in, with the example models and accounts in every form; there while the tests run. */
  readonly cwd: string;
  run(args: readonly string[], options?: Partial<RunOptions>): Promise<Ran>;
  write(name: string, text: string): void;
  read(name: string): string;
}

/** Calls of the command line, in a folder that the suite has to itself. */
export function inFolder(): CommandLine {
  let cwd = '';
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
  before(() => {
    // With a blank and letters that are not of ASCII, as folders of people have.
    const parent = mkdtempSync(join(tmpdir(), 'hale-cli-'));
    cwd = join(parent, 'Kundenübersicht 2026');
    mkdirSync(cwd);
    cpSync(join(examples, 'five-dimensions.json'), join(cwd, 'model.json'));
    cpSync(join(examples, 'weighted-formula.json'), join(cwd, 'other.json'));
    for (const [name, lines] of Object.entries(tables)) write(name, lines.join(''));
    write('documents.json', JSON.stringify(documents, null, 1));
    write('documents.ndjson', documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
  });
  after(() => rmSync(join(cwd, '..'), { recursive: true, force: true }));
  return {
    get cwd() {
      return cwd;
    },
    run: (args, options = {}) => hale(args, { cwd, ...options }),
    write,
    read: (name) => readFileSync(join(cwd, name), 'utf8'),
  };
}

export const files = ['--accounts', 'accounts.csv', '--facts', 'facts.csv', '--events', 'events.ndjson'];
export const score = ['score', '--model', 'model.json', '--now', now, '--quiet'];

/** What the core makes of the accounts itself, in the order of their ids. */
export const model = parseModel(JSON.parse(readFileSync(join(examples, 'five-dimensions.json'), 'utf8')));
export const expected = inOrder(documents.map((account) => buildReport(model, account, { now })));

/** The reports that were printed, one on a line, in the order of their ids. */
export const reportsIn = (text: string): Report[] =>
  inOrder(
    text
      .trim()
      .split('\n')
      .map((line): Report => JSON.parse(line)),
  );

function inOrder(reports: Report[]): Report[] {
  return reports.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));
}
