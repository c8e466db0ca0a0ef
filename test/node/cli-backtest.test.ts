import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { buildReport, parseAccount, parseModel } from '@hale/core';
import { parseBacktest, parsePredictor, seeded } from '@hale/core/validation';
import { expect } from 'chai';
import { hale } from '../support/hale.ts';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const end = start + 330 * day;
const iso = (at: number): string => new Date(at).toISOString();

const model = {
  id: 'usage',
  version: '1',
  measures: {
    used: { kind: 'count', event: 'login', within: '28d' },
    last: { kind: 'since', event: 'login' },
  },
  dimensions: [
    { id: 'volume', weight: 1, metrics: [{ kind: 'range', id: 'used', measure: 'used', worst: 0, best: 14 }] },
    { id: 'lately', weight: 1, metrics: [{ kind: 'range', id: 'last', measure: 'last', worst: 60, best: 0 }] },
  ],
  tiers: [
    { id: 'at-risk', from: 0 },
    { id: 'healthy', from: 70 },
  ],
};

/** Accounts of which the busy leave, which neither the score nor anybody expects; without `tells` it is anyone. */
function company(tells: boolean) {
  const random = seeded(5);
  const lines = { accounts: ['id,since'], events: ['account_id,name,at'], outcomes: ['account_id,kind,at'] };
  for (let n = 0; n < 320; n++) {
    const busy = random() < 0.5;
    const leaves = random() < (tells ? (busy ? 0.9 : 0.05) : 0.5);
    const gone = leaves ? start + (90 + 235 * random()) * day : end;
    lines.accounts.push(`a${n},${iso(start)}`);
    if (leaves) lines.outcomes.push(`a${n},churned,${iso(gone)}`);
    for (let at = start; at < gone; at += (busy ? 3 : 9) * day) lines.events.push(`a${n},login,${iso(at)}`);
  }
  return lines;
}

/** The same accounts as documents, a line each. */
function documentsOf({ accounts, events }: ReturnType<typeof company>): string[] {
  const cells = (lines: readonly string[]) => lines.slice(1).map((line) => line.split(','));
  const own = new Map(cells(accounts).map(([id, since]) => [id, { id, since, events: [] as object[] }]));
  for (const [account, name, at] of cells(events)) own.get(account)?.events.push({ name, at });
  return [...own.values()].map((one) => JSON.stringify(one));
}

describe('the command line, looking back', function () {
  this.timeout(480_000);
  let cwd = '';
  const write = (name: string, lines: readonly string[]) => writeFileSync(join(cwd, name), `${lines.join('\n')}\n`);
  const run = (...args: string[]) => hale([...args, '--quiet'], { cwd });
  const read = (name: string): unknown => JSON.parse(readFileSync(join(cwd, name), 'utf8'));

  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'hale-backtest-'));
    for (const [name, lines] of Object.entries(company(true))) write(`${name}.csv`, lines);
    for (const [name, lines] of Object.entries(company(false))) write(`any-${name}.csv`, lines);
    writeFileSync(join(cwd, 'model.json'), JSON.stringify(model));
    write('documents.ndjson', documentsOf(company(true)));
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    for (const name of ['events', 'outcomes']) {
      const to = join(cwd, `${name}.parquet`).replaceAll("'", "''");
      const from = join(cwd, `${name}.csv`).replaceAll("'", "''");
      await database.run(`copy (from read_csv('${from}')) to '${to}' (format parquet)`);
    }
    database.closeSync();
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const files = ['--accounts', 'accounts.csv', '--events', 'events.csv', '--outcomes', 'outcomes.csv'];
  const any = ['--accounts', 'any-accounts.csv', '--events', 'any-events.csv', '--outcomes', 'any-outcomes.csv'];
  const names = ['--name', 'use=login'];
  const html = ['--html', 'report.html'];
  const page = () => readFileSync(join(cwd, 'report.html'), 'utf8');

  it('writes a backtest that says how often the score was wrong, the same from CSV, Parquet, a database and documents', async () => {
    const csv = await run(
      'backtest',
      '-m',
      'model.json',
      ...files,
      ...names,
      ...html,
      '--days',
      '60',
      '--out',
      'backtest.json',
    );
    expect(csv.err).to.equal('');
    expect(csv.code).to.equal(0);
    expect(csv.out).to.match(
      /^usage 1 on accounts\.csv: 320 accounts, churned ahead of time\nNo useful skill: AUC 0\.\d\d/,
    );
    expect(csv.out).to.match(/\n60 days ahead: [\d,]+ rows, \d+ accounts with the outcome/);
    const report = parseBacktest(read('backtest.json'));
    expect(report.horizons.map(({ days }) => days)).to.deep.equal([60]);
    expect(report.accounts).to.equal(320);
    expect(page())
      .to.match(/^<!doctype html>/)
      .and.include(report.verdict.sentence);
    expect(page())
      .to.include('outcomes.csv')
      .and.not.include('<script')
      .and.not.match(/(href|src)="(?!#)/);

    const imported = await run('import', '--into', 'book.duckdb', ...files.slice(0, 2), '--events', 'events.parquet');
    expect(imported.err).to.equal('');
    const kept = ['--database', 'book.duckdb', '--outcomes', 'outcomes.parquet'];
    const again = await run('backtest', '-m', 'model.json', ...kept, ...names, '--days', '60', '--json');
    expect(again.err).to.equal('');
    expect(report.made).to.deep.include({
      files: ['model.json', 'accounts.csv', 'events.csv', 'outcomes.csv'],
      seed: 1,
    });
    expect(report.made?.program).to.match(/^hale \d+\.\d+\.\d+/);
    // What it was made from is named in these two, and differs.
    const { title, made } = report;
    const named = { title, made };
    expect({ ...JSON.parse(again.out), ...named }).to.deep.equal(report);

    const documents = ['--documents', 'documents.ndjson', '--outcomes', 'outcomes.csv'];
    const span = ['--from', report.cutOffs[0] ?? '', '--now', report.knownUntil];
    const told = await run('backtest', '-m', 'model.json', ...documents, ...span, ...names, '--days', '60', '--json');
    expect(told.err).to.equal('');
    expect({ ...JSON.parse(told.out), ...named }).to.deep.equal(report);
  });

  it('says before the work what could not be written after it', async () => {
    const nowhere = await run('backtest', ...files, ...names, '--html', join('nowhere', 'report.html'));
    expect(nowhere.code).to.equal(3);
    expect(nowhere.err).to.include('the file cannot be written: there is no folder nowhere: make it first.');
    const over = await run('backtest', ...files, ...names, '--html', 'events.csv');
    expect(over.code).to.equal(2);
    expect(over.err).to.include('--html must be another file than --events: nothing is written over it.');
    const twice = await run('backtest', ...files, ...names, '--html', 'both.json', '--out', 'both.json');
    expect(twice.err).to.include('--html must be another file than --out');
  });

  it('ends with 1 where there is no useful skill and that is asked for', async () => {
    const { code, out } = await run('backtest', '-m', 'model.json', ...any, ...names, '--days', '60', '--exit-code');
    expect(out).to.include('No useful skill: AUC 0.');
    expect(code).to.equal(1);
  });

  it('trains a predictor that reports take, and none from what tells nothing', async () => {
    const trained = await run('train', ...files, ...names, ...html, '--days', '60', '--out', 'predictor.json');
    expect(page()).to.include('none: only what can be learned was tried');
    expect(trained.out).to.match(/^predictor\.json: Learned from \d+ outcomes, it ranks the later slice better/);
    expect(trained.code).to.equal(0);
    const predictor = parsePredictor(read('predictor.json'));
    const account = parseAccount({ id: 'x', since: iso(start), events: [{ name: 'login', at: iso(end - day) }] });
    const { prediction } = buildReport(parseModel(model), account, { now: iso(end), predictor });
    expect(prediction?.horizonDays).to.equal(60);
    expect(prediction?.probability).to.be.within(0, 1);

    const none = await run('train', ...any, ...names, '--days', '60', '--out', 'none.json', '--json');
    expect(none.code).to.equal(1);
    expect(JSON.parse(none.out)).to.include({ ok: true, adopted: false, file: null });
    expect(() => read('none.json')).to.throw(/ENOENT/);
  });

  it('proposes weights as the next version of the model, and never in its place', async () => {
    const before = readFileSync(join(cwd, 'model.json'), 'utf8');
    const args = ['reweight', '-m', 'model.json', ...files, ...names, '--days', '60'];
    const { code, out } = await run(...args, ...html, '--out', 'next.json');
    expect(code).to.equal(0);
    expect(page()).to.include('Should the weights change?');
    expect(out)
      .to.match(/^Dimension +Today +Proposed/)
      .and.to.match(/\nnext\.json is usage \S+, \d+ changes\.\n$/);
    expect(parseModel(read('next.json')).version).not.to.equal('1');
    expect(readFileSync(join(cwd, 'model.json'), 'utf8')).to.equal(before);
    const same = await run(...args, '--out', 'model.json');
    expect(same.code).to.equal(2);
    expect(same.err).to.include('--out must be another file than --model');
  });

  it('refuses outcomes and days of which nothing could come, and warns of those that do not count', async () => {
    const some = (lines: readonly string[]) => ['account_id,kind,at', ...lines];
    const given: readonly (readonly [string[], string[], string])[] = [
      [
        ['x1,churned,2025-05-01'],
        [],
        'No outcome is of an account that is there: account_id must be what accounts have',
      ],
      [['a1,renewed,2025-05-01'], [], 'No outcome says that an account churned: these came: renewed.'],
      [['a1,churned,2052-05-01'], [], 'The newest is of 2052-05-01, long after the newest event of 2025-11-2'],
      [
        ['a1,churned,2025-05-01'],
        ['--from', '2030-01-01'],
        'the first would be 2030-01-01, and records end on 2025-11-2',
      ],
      [
        ['a1,churned,2025-05-01'],
        ['--now', '2020-06-01'],
        'the first would be 2025-01-01, and records end on 2020-06-01',
      ],
      [['a1,churned,2025-05-01'], ['--from', '2025-06-02', '--now', '2025-06-20'], 'no month begins from 2025-06-02'],
    ];
    for (const [lines, more, sentence] of given) {
      write('some.csv', some(lines));
      const { code, err, out } = await run(
        'backtest',
        ...files.slice(0, 4),
        '--outcomes',
        'some.csv',
        ...names,
        ...more,
      );
      expect(err, out).to.include(sentence);
      expect(code, sentence).to.equal(3);
    }
    const kept = readFileSync(join(cwd, 'outcomes.csv'), 'utf8').trim();
    write('some.csv', [kept, 'x1,churned,2025-05-01']);
    const warned = await run('backtest', ...files.slice(0, 4), '--outcomes', 'some.csv', ...names, '--days', '60');
    expect(warned.err).to.match(
      /^warning: 1 of \d+ outcomes are of accounts that are not there, such as "x1": they do not count\.\n$/,
    );
    expect(warned.code).to.equal(0);
    write('bare-accounts.csv', ['id', 'a1', 'a2']);
    const bare = ['--accounts', 'bare-accounts.csv', ...files.slice(2)];
    expect((await run('backtest', ...bare, ...names)).err).to.include('No account has since');
  });

  it('names what is wrong with outcomes by file and line, and what it is not told', async () => {
    write('wrong.csv', ['account_id,kind,at', 'a1,churned,2025-05-01', 'a2,left,2025-05-01', 'a3,churned,2025-02-30']);
    const outcomes = (name: string) => [...files.slice(0, 4), '--outcomes', name];
    const { code, err } = await run('backtest', ...outcomes('wrong.csv'), ...names);
    expect(code).to.equal(3);
    expect(err.split('\n').slice(0, 2)).to.deep.equal([
      'wrong.csv:3: error: kind must be one of churned, returned, renewed, expanded, contracted, not "left".',
      'wrong.csv:4: error: at must be a time such as 2026-11-14T09:00:00Z or a day such as 2026-11-14; without a zone it is UTC, not "2025-02-30".',
    ]);
    write('bare.csv', ['account,at', 'a1,2025-05-01']);
    expect((await run('backtest', ...outcomes('bare.csv'), ...names)).err).to.include(
      'bare.csv: error: there is no column "account_id": outcomes have account_id, at and, unless all have churned, kind; found "account", "at".',
    );
    expect((await run('backtest', ...files)).err).to.include(
      'There is no event called "use": say what the data calls use with --name use=NAME.',
    );
    for (const [args, sentence] of [
      [files.slice(0, 4), 'Name what became of accounts: --outcomes FILE, with account_id, at and kind.'],
      [[...files, '--name', 'used=login'], '--name used=login: there is nothing called "used": is it use?'],
      [[...files, '--days', '0'], '--days must be whole days such as 90 or 30,60,90, not "0".'],
      [[...files, '--outcome', 'left'], '--outcome must be one of churned,'],
      [[...files, '--warn-below', '101'], '--warn-below must be a score from 0 to 100, not "101".'],
      [[...files, '--every', 'day'], '--every must be month or week, not "day".'],
    ] as const) {
      const wrong = await run('backtest', ...args);
      expect(wrong.err).to.include(sentence);
      expect(wrong.code, sentence).to.equal(2);
    }
  });
});
