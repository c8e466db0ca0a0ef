import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReport, parseAccount, parseModel, type Report } from '@hale/core';
import { expect } from 'chai';
import { hale, type Ran, type RunOptions } from '../support/hale.ts';
import { differences } from '../support/vectors.ts';

const examples = fileURLToPath(new URL('../../packages/core/examples/', import.meta.url));
const now = '2026-11-14T09:00:00Z';

/** The accounts of the examples, as documents. */
const documents = readdirSync(join(examples, 'accounts')).map((name) =>
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
const countOf = (event: string) => ({
  id: 'count',
  version: '1',
  measures: { many: { kind: 'count', event, within: '30d' } },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'many', measure: 'many', worst: 0, best: 10 }] }],
  tiers: [{ id: 'low', from: 0 }],
});

describe('the command line', function () {
  this.timeout(120_000);
  let cwd = '';
  const run = (args: readonly string[], options: Partial<RunOptions> = {}): Promise<Ran> =>
    hale(args, { cwd, ...options });
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

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

  const files = ['--accounts', 'accounts.csv', '--facts', 'facts.csv', '--events', 'events.ndjson'];
  const score = ['score', '--model', 'model.json', '--now', now, '--quiet'];

  /** What the core makes of an account itself. */
  const model = parseModel(JSON.parse(readFileSync(join(examples, 'five-dimensions.json'), 'utf8')));
  const expected = documents
    .map((account) => buildReport(model, account, { now }))
    .toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));
  const reportsIn = (text: string): Report[] =>
    text
      .trim()
      .split('\n')
      .map((line): Report => JSON.parse(line))
      .toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));

  describe('asked for help', () => {
    it('lists its commands, and what each takes, with an example', async () => {
      const { code, out } = await run(['--help']);
      expect(code).to.equal(0);
      const names = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
      expect(names).to.include.members(['check', 'score', 'compare', 'sql', 'vectors', 'import']);
      for (const name of names) {
        const help = await run([name ?? '', '--help']);
        expect(help.code, name).to.equal(0);
        expect(help.out, name)
          .to.match(/Usage\n {2}hale .*\n/)
          .and.to.match(/Examples\n {2}\S/)
          .and.to.include('Exit codes');
      }
    });

    it('says with 2 what it does not understand, and what may have been meant', async () => {
      for (const [args, sentence] of [
        [['chekc'], 'There is no command "chekc": is it check?'],
        [
          ['check'],
          'hale check needs more: hale check MODEL… [--documents FILE | --accounts FILE … | --database FILE] [options].',
        ],
        [['check', 'model.json', '--strct'], 'There is no option --strct: is it --strict?'],
        [['score', '--model'], '--model needs a value: --model MODEL.'],
        [['score', ...files], 'Name the model: --model MODEL.'],
        [
          [...score, '--documents', 'a', '--accounts', 'b'],
          '--accounts and --documents exclude each other: name the accounts in one way.',
        ],
        [
          ['score', '-m', 'model.json', '--now', '2026-02-30', ...files],
          '--now must be an instant such as 2026-11-14T09:00:00Z or a day such as 2026-11-14, not "2026-02-30".',
        ],
        [
          [...score, ...files, '--out', 'x.xls'],
          '--out must end in one of .ndjson, .json, .csv, .parquet, not "x.xls"; or say which with --format.',
        ],
        [
          [...score, ...files, '--map', 'event.at=time'],
          '--map event.at=time: there is no table "event": is it events?',
        ],
        [['sql', 'model.json', '--dialect', 'postgre'], '--dialect has no "postgre": is it postgres?'],
        [['vectors', '--engine', 'duckbd'], 'There is no engine "duckbd": is it duckdb?'],
      ] as const) {
        const { code, out, err } = await run(args);
        expect([code, out, err.split('\n')[0]], args.join(' ')).to.deep.equal([2, '', `hale: ${sentence}`]);
      }
    });
  });

  it('tells programs as JSON what it does not understand, be it the command or an option', async () => {
    for (const [args, message] of [
      [['chekc', '--json'], 'There is no command "chekc": is it check?'],
      [['score', '--json', '--bogus'], 'There is no option --bogus.'],
    ] as const) {
      const { code, out } = await run(args);
      expect([code, JSON.parse(out)]).to.deep.equal([2, { ok: false, faults: [{ code: 'usage', message }] }]);
    }
  });

  describe('check', () => {
    const wrong = `{
  "id": "x", "version": "1",
  "measures": { "use": { "kind": "count", "event": "use", "within": "7d" } },
  "dimensions": [
    { "id": "d", "weight": 1, "metrics": [
      { "kind": "range", "id": "x", "measure": "use",
        "worst": 10, "best": 10 }
    ] },
    { "id": "e", "weight": 1, "metrics": [
      { "kind": "range", "id": "y", "measure": "uses", "worst": 0, "best": 1, "wieght": 2 }
    ] }
  ],
  "tiers": []
}
`;

    it('says of a sound model that it is one, and of many models at once', async () => {
      const { code, out, err } = await run(['check', 'model.json', 'other.json']);
      expect([code, err]).to.deep.equal([0, '']);
      expect(out).to.equal(
        'model.json: five-dimensions 1.0.0 can be scored with\nother.json: weighted-formula 1.0.0 can be scored with\n',
      );
    });

    it('tells every fault with its line and character', async () => {
      write('wrong.json', wrong);
      const { code, out, err } = await run(['check', 'wrong.json', 'model.json']);
      expect(code).to.equal(1);
      const places = err.split('\n').flatMap((line) => /^(\S+): error: (\S+)/.exec(line)?.slice(1, 3).join(' ') ?? []);
      expect(places).to.deep.equal([
        'wrong.json:7:30 dimensions[0].metrics[0].best',
        'wrong.json:10:48 dimensions[1].metrics[0].measure',
        'wrong.json:10:79 dimensions[1].metrics[0]',
      ]);
      expect(out).to.equal('wrong.json: 3 faults\nmodel.json: five-dimensions 1.0.0 can be scored with\n');
    });

    it('tells programs the same as JSON', async () => {
      const { code, out } = await run(['check', '-', '--json'], { input: wrong });
      const { ok, files } = JSON.parse(out);
      expect([code, ok, files.length]).to.deep.equal([1, false, 1]);
      expect(files[0].faults[0]).to.include({ file: '(standard input)', line: 7, character: 30 });
    });

    it('tells where a document is no JSON, comments and trailing commas included', async () => {
      for (const [text, place] of [
        ['{\n  "id": "x", // mine\n}', '2:14'],
        ['{ "id": "x",\n}', '2:1'],
        ['{ "id": x }', '1:9'],
        ['', '1:1'],
      ]) {
        const { code, err } = await run(['check', '-'], { input: text ?? '' });
        expect([code, err.split(': ')[0]], text).to.deep.equal([1, `(standard input):${place}`]);
      }
    });

    it('warns of what is allowed and hardly meant, which counts only when strict', async () => {
      const text = read('model.json').replace('"measures": {', '"measures": {\n "spare": { "kind": "since" },');
      write('spare.json', text);
      const { code, err } = await run(['check', 'spare.json']);
      expect(code).to.equal(0);
      expect(err).to.match(/^spare\.json:\d+:\d+: warning: .*spare/);
      expect((await run(['check', 'spare.json', '--strict'])).code).to.equal(1);
    });

    it('says with 3 that a file cannot be read', async () => {
      const { code, err } = await run(['check', 'nowhere.json']);
      expect([code, err]).to.deep.equal([
        3,
        'nowhere.json: error: there is no such file: is the path spelled right?\n',
      ]);
    });
  });

  describe('score', () => {
    it('makes of tables the reports that the core makes of the accounts', async () => {
      const { code, out, err } = await run([...score, ...files]);
      expect([code, err]).to.deep.equal([0, '']);
      expect(differences(expected, reportsIn(out))).to.deep.equal([]);
    });

    it('reads columns that a table has not as facts and properties, and what no column tells as if its cells were empty', async () => {
      write('wide.csv', 'id;since;seats;plan\nw;2026-01-01;4;pro\n');
      write('flat.csv', 'account_id,name,at,amount,code\nw,use,2026-11-01,12.50,08\nw,use,2026-11-02,,\n');
      const measures = {
        seats: { kind: 'fact', name: 'seats' },
        uses: { kind: 'count', event: 'use', within: '30d' },
        spent: { kind: 'sum', event: 'use', of: 'amount', within: '30d' },
        coded: { kind: 'count', event: 'use', within: '30d', where: { code: '08' } },
      };
      const metrics = Object.keys(measures).map((measure) => ({
        kind: 'range',
        id: measure,
        measure,
        worst: 0,
        best: 100,
      }));
      const flat = { id: 'flat', version: '1', measures, dimensions: [{ id: 'd', weight: 1, metrics }], tiers: [] };
      write('flat.json', JSON.stringify(flat));
      const { code, out, err } = await run([
        'score',
        '-m',
        'flat.json',
        '--accounts',
        'wide.csv',
        '--events',
        'flat.csv',
        '--now',
        now,
      ]);
      expect([code, err]).to.deep.equal([
        0,
        `wide.csv: read as facts: seats, plan.
flat.csv: read as properties: amount, code.
events: these came: use. Any other counts as recorded and not happened, but where "tracked" of an account says which are.
`,
      ]);
      const [report] = reportsIn(out);
      const values = Object.fromEntries(report?.contributions.map(({ id, value }) => [id, value]) ?? []);
      expect(values).to.deep.equal({ seats: 4, uses: 2, spent: 12.5, coded: 1 });
    });

    it('makes the same of whole documents, from a list or line by line, from a file or standard input', async () => {
      for (const [name, input] of [
        ['documents.json', ''],
        ['documents.ndjson', ''],
        ['-', read('documents.json')],
      ] as const) {
        const { code, out } = await run([...score, '--documents', name], { input });
        expect(code, name).to.equal(0);
        expect(differences(expected, reportsIn(out)), name).to.deep.equal([]);
      }
    });

    it('writes whole files of every format, and reads Parquet that it could have written', async () => {
      for (const name of ['out.ndjson', 'out.json', 'out.csv', 'out.parquet']) {
        const { code, out } = await run([...score, ...files, '--out', name, '--json']);
        expect(code, name).to.equal(0);
        expect(JSON.parse(out), name).to.deep.include({ ok: true, file: name, accounts: documents.length });
      }
      expect(differences(expected, reportsIn(read('out.ndjson')))).to.deep.equal([]);
      expect(JSON.parse(read('out.json'))).to.have.length(documents.length);
      const [header = '', ...rows] = read('out.csv').trim().split('\n');
      expect(header).to.match(/^account_id,name,as_of,model,version,score,reason,tier,coverage,/);
      expect(rows).to.have.length(documents.length);
      const mapped = ['--map', 'accounts.id=account_id', '--map', 'accounts.since=as_of'];
      const again = await run([...score, '--accounts', 'out.parquet', ...mapped]);
      expect([again.code, again.err]).to.deep.equal([0, '']);
      expect(reportsIn(again.out).map(({ account }) => account.id)).to.deep.equal(
        expected.map(({ account }) => account.id),
      );
      expect(readdirSync(cwd).filter((name) => name.includes('.hale-'))).to.deep.equal([]);
    });

    it('gives no score for what nobody recorded', async () => {
      write('bare.csv', 'id\na\n');
      write('bare.json', '[{"id":"a"}]');
      write('count.json', JSON.stringify(countOf('use')));
      const bare = ['score', '-m', 'count.json', '--now', now, '-q'];
      const [tables, whole] = [
        await run([...bare, '--accounts', 'bare.csv']),
        await run([...bare, '--documents', 'bare.json']),
      ];
      expect(differences(reportsIn(whole.out), reportsIn(tables.out))).to.deep.equal([]);
      expect(reportsIn(tables.out)[0]).to.include({ score: null, tier: null });
    });

    it('names file, line and column of cells that are wrong, what was expected and what was given', async () => {
      write('bad.csv', 'id,name,since\r\na,"A\nB",2026-01-01\r\n\r\nb,B,yesterday\r\n,C,2026-02-30\r\n');
      const { code, err } = await run([...score, '--accounts', 'bad.csv']);
      const time = 'a time such as 2026-11-14T09:00:00Z or a day such as 2026-11-14; without a zone it is UTC';
      expect([code, err.trim().split('\n')]).to.deep.equal([
        3,
        [
          `bad.csv:5: error: since must be ${time}, not "yesterday".`,
          'bad.csv:6: error: id must be text of at most 200 characters, not empty.',
          `bad.csv:6: error: since must be ${time}, not "2026-02-30".`,
        ],
      ]);
    });

    for (const [what, name, text, message] of [
      [
        'a row that is too short',
        'short.csv',
        'account_id,name,at\na,use,2026-01-01\na,use\n',
        ':3: error: expected 3 cells as in the header, found 2.',
      ],
      [
        'a quote that does not end',
        'quote.csv',
        'account_id,name,at\na,"use,2026-01-01\n',
        ':2: error: expected a closing quote for a cell of this row, and the file ends without one.',
      ],
      [
        'bytes that are no text',
        'bytes.csv',
        'account_id,name,at\na,\u00ff,2026-01-01\n',
        ':1: error: the file must be UTF-8 text; here or further down it is not.',
      ],
      [
        'a line that is no JSON',
        'line.ndjson',
        '{"account_id":"a","name":"use","at":"2026-01-01"}\n\n{"account_id"\n',
        ':3:14: error: expected a colon between a key and its value.',
      ],
      [
        'a record of a list',
        'list.json',
        '[{"account_id":"a","name":"use","at":"2026-01-01"},\n{"account_id":"a","name":"use","at":"2026-01-01","count":0}]',
        ':2: error: count must be a number above 0, not "0".',
      ],
      ['an empty file', 'empty.csv', '', ': error: the file is empty: expected a header and rows.'],
      [
        'a column that is missing',
        'time.csv',
        'account_id,nmae,at\na,use,2026-01-01\n',
        ':1: error: there is no column "name" (what happened); found "account_id", "nmae", "at". Is it "nmae"? Say which it is with --map events.name=nmae.',
      ],
    ] as const) {
      it(`tells of ${what}`, async () => {
        writeFileSync(join(cwd, name), text, name === 'bytes.csv' ? 'latin1' : 'utf8');
        const { code, err } = await run([
          ...score,
          '--accounts',
          'accounts.csv',
          '--events',
          name,
          '--out',
          'never.json',
        ]);
        expect([code, err.split('\n')[0]]).to.deep.equal([3, `${name}${message}`]);
        expect(existsSync(join(cwd, 'never.json'))).to.equal(false);
      });
    }

    it('tells of accounts that are there twice, and of facts with two values at an instant', async () => {
      write('twice.csv', 'id,name\na,A\nb,B\na,"C"\n');
      expect((await run([...score, '--accounts', 'twice.csv'])).err).to.equal(
        'twice.csv:4: error: "a" is there before: an account has one row.\n',
      );
      write('twice-facts.csv', 'account_id,name,value\na,x,1\na,x,2\n');
      write('a.csv', 'id\na\n');
      const { code, err } = await run([...score, '--accounts', 'a.csv', '--facts', 'twice-facts.csv']);
      expect([code, err]).to.deep.equal([
        3,
        'twice-facts.csv:3: error: "a", "x", no date are there before: a fact of an account has one value at an instant.\n',
      ]);
    });

    it('lets no name be a formula where a spreadsheet is to open the table', async () => {
      write('formulas.json', JSON.stringify(['=1+1', '@x', '-2', '+3', 'a=b'].map((name) => ({ id: name, name }))));
      const names = async (...more: string[]) => {
        const { out } = await run([...score, '--documents', 'formulas.json', '--format', 'csv', ...more]);
        const rows = out.trim().split('\n').slice(1);
        return rows.map((line) => line.split(',')[1]);
      };
      expect(await names()).to.have.members(['=1+1', '@x', '-2', '+3', 'a=b']);
      expect(await names('--spreadsheet')).to.have.members(["'=1+1", "'@x", "'-2", "'+3", 'a=b']);
      const { code, err } = await run([...score, '--documents', 'formulas.json', '--spreadsheet']);
      expect([code, err.split('\n')[0]]).to.deep.equal([2, 'hale: --spreadsheet goes with CSV: --out scores.csv.']);
    });

    it('tells of a document that is wrong, with its line', async () => {
      write('docs.ndjson', '{"id":"a"}\n\n{"id":"b","since":"soon"}\n');
      const { code, err } = await run([...score, '--documents', 'docs.ndjson']);
      expect([code, err]).to.deep.equal([
        3,
        'docs.ndjson:3: error: account 2: since must be an instant in UTC such as 2026-11-14T09:00:00.000Z, not "soon".\n',
      ]);
    });

    it('tells programs of faults as JSON', async () => {
      const { code, out } = await run([...score, '--accounts', 'nowhere.csv', '--json']);
      expect(code).to.equal(3);
      expect(JSON.parse(out)).to.deep.equal({
        ok: false,
        faults: [
          { code: 'cannot-read', file: 'nowhere.csv', message: 'there is no such file: is the path spelled right?' },
        ],
      });
    });

    it('ends in peace where nobody reads on', async () => {
      const args = [
        process.execPath,
        '--conditions=@hale/source',
        fileURLToPath(new URL('../../packages/cli/bin/checkout.mjs', import.meta.url)),
      ];
      const [node = '', ...rest] = args;
      const child = spawn(node, [...rest, ...score, '--documents', 'documents.json'], { cwd });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const [code] = await once(child, 'close');
      expect([code, err]).to.deep.equal([0, '']);
    });

    it('leaves nothing half-written when it is interrupted, nor anything of the accounts', async function () {
      if (process.platform === 'win32') return void this.skip();
      const ids = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
      write('many.ndjson', ids.map((id) => `{"id":"${id}"}\n`).join(''));
      write('many.csv', `id\n${ids.join('\n')}\n`);
      await run(['import', '--into', 'many.duckdb', '--accounts', 'many.csv', '-q']);
      const scratch = join(cwd, '..', 'scratch');
      mkdirSync(scratch);
      const env = { TMPDIR: scratch };
      /** Kills it once `folder` has a name that begins so. */
      const killed = (folder: string, start: string, how: NodeJS.Signals) => ({
        env,
        started(child: { kill(signal: NodeJS.Signals): boolean }) {
          const waiting = setInterval(() => {
            if (!readdirSync(folder).some((name) => name.startsWith(start))) return;
            clearInterval(waiting);
            child.kill(how);
          }, 5);
        },
      });
      const drafts = () => readdirSync(cwd).filter((name) => name.includes('.hale-'));
      const compared = ['compare', '--before', 'model.json', '--after', 'other.json', '--now', now, '-q'];
      for (const [args, out] of [
        [[...score, '--documents', 'many.ndjson'], 'kept.ndjson'],
        [[...score, '--documents', 'many.ndjson'], 'kept.csv'],
        [[...score, '--accounts', 'many.csv'], 'kept.parquet'],
        [[...score, '--database', 'many.duckdb'], 'kept.json'],
        [[...compared, '--documents', 'many.ndjson'], null],
      ] as const) {
        const what = args.join(' ');
        if (out) write(out, 'as it was\n');
        const when = out?.endsWith('json') ? killed(cwd, `${out}.hale-`, 'SIGINT') : killed(scratch, 'hale-', 'SIGINT');
        const { code } = await run([...args, ...(out ? ['--out', out] : [])], when);
        expect([code, readdirSync(scratch), drafts()], what).to.deep.equal([null, [], []]);
        if (out) expect(read(out), what).to.equal('as it was\n');
      }
      // After a kill that nothing can be done at, the next run clears away what is left.
      await run(
        [...score, '--documents', 'many.ndjson', '--out', 'kept.ndjson'],
        killed(cwd, 'kept.ndjson.hale-', 'SIGKILL'),
      );
      expect([readdirSync(scratch).length, drafts().length]).to.satisfy(
        ([folders = 0, files]: number[]) => folders > 0 && files === 1,
      );
      expect((await run([...score, '--documents', 'documents.json', '--out', 'kept.ndjson'], { env })).code).to.equal(
        0,
      );
      expect([readdirSync(scratch), drafts()]).to.deep.equal([[], []]);
    });

    it('colours nothing where it is not asked by a terminal', async () => {
      const { err } = await run(['check', 'wrong.json'], { env: { FORCE_COLOR: '1' } });
      expect(err).not.to.include('\u001b');
    });
  });

  describe('compare', () => {
    it('tells who moves and who changes tier, those first that change most', async () => {
      const { code, out } = await run([
        'compare',
        '--before',
        'model.json',
        '--after',
        'other.json',
        '--now',
        now,
        ...files,
        '--json',
        '--exit-code',
        '-q',
      ]);
      expect(code).to.equal(1);
      const { summary, accounts } = JSON.parse(out);
      expect(summary.accounts).to.equal(documents.length);
      expect(accounts).to.have.length(documents.length);
      const other = parseModel(JSON.parse(read('other.json')));
      for (const { id, before, after, change, tierChanged } of accounts) {
        const document = documents.find((one) => one.id === id);
        if (!document) throw new Error(`there is no ${id}`);
        const [then, after_] = [model, other].map((one) => buildReport(one, document, { now }));
        expect([before.tier, after.tier, tierChanged]).to.deep.equal([
          then?.tier,
          after_?.tier,
          then?.tier !== after_?.tier,
        ]);
        if (change !== null) expect(change).to.be.closeTo((after_?.score ?? 0) - (then?.score ?? 0), 1e-9);
      }
      const moved = accounts.filter(({ tierChanged }: { tierChanged: boolean }) => tierChanged);
      expect(accounts.slice(0, moved.length)).to.deep.equal(moved);
      expect(moved.map(({ change }: { change: number }) => Math.abs(change ?? 0))).to.deep.equal(
        moved.map(({ change }: { change: number }) => Math.abs(change ?? 0)).toSorted((a: number, b: number) => b - a),
      );
    });

    it('shows names that would do something to a terminal for what they are', async () => {
      const accounts = [
        { id: 'a', name: '\u001b[2J\u001b]0;title\u0007', events: [{ name: 'use', at: '2026-11-10T00:00:00Z' }] },
      ];
      write('names.json', JSON.stringify(accounts));
      write('before.json', JSON.stringify(countOf('login')));
      write('after.json', JSON.stringify(countOf('use')));
      const models = ['--before', 'before.json', '--after', 'after.json', '--now', now];
      const { code, out } = await run(['compare', ...models, '--documents', 'names.json', '-q']);
      expect([code, out.split('\n')[1]]).to.deep.equal([0, '\\x1b[2J\\x1b]0;title\\x07     0.0    10.0  +10.0  low']);
    });

    it('finds that a model moves nobody against itself', async () => {
      const { code, out } = await run([
        'compare',
        '--before',
        'model.json',
        '--after',
        'model.json',
        '--now',
        now,
        '--documents',
        'documents.json',
        '-q',
        '--exit-code',
      ]);
      expect([code, out.split('\n')[0]]).to.deep.equal([
        0,
        '10 accounts: 0 up, 0 down, 10 unmoved; 0 in another tier.',
      ]);
    });
  });

  describe('sql', () => {
    it('prints the statement of each dialect with its values apart', async () => {
      for (const dialect of ['duckdb', 'postgres', 'spark']) {
        const { code, out } = await run(['sql', 'model.json', '--dialect', dialect, '--now', now, '--json']);
        expect(code, dialect).to.equal(0);
        const { text, values, status } = JSON.parse(out);
        expect(status).to.equal('run');
        expect(text)
          .to.match(/^with /)
          .and.not.to.include("'use'");
        expect(values).to.include('use');
      }
    });

    it('lets no value out of its comment', async () => {
      const { out } = await run(['sql', 'model.json', '--account', 'x\n; drop table accounts', '--account', '\u2028']);
      expect(out).to.include('"x\\n; drop table accounts"').and.to.include('"\\u2028"');
      for (const line of out.slice(out.indexOf('-- Values')).trim().split('\n')) expect(line).to.match(/^-- /);
    });
  });

  describe('vectors', () => {
    it('all pass in DuckDB', async () => {
      const { code, out } = await run(['vectors', '--engine', 'duckdb', '--json', '-q']);
      const { ok, failures, cases, passed } = JSON.parse(out);
      expect(failures).to.deep.equal([]);
      expect([code, ok, passed]).to.deep.equal([0, true, cases]);
      expect(cases).to.be.above(200);
    });
  });
});
