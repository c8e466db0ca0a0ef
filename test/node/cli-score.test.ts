import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { countOf, documents, expected, files, inFolder, now, reportsIn, score } from '../support/command-line.ts';
import { differences } from '../support/vectors.ts';

describe('hale score', function () {
  this.timeout(120_000);
  const line = inFolder();
  const { run, write, read } = line;

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
    expect(readdirSync(line.cwd).filter((name) => name.includes('.hale-'))).to.deep.equal([]);
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
      ':2:3: error: the file must be UTF-8 text, and from here on it is not: save it anew as UTF-8. Is it Windows-1252, Latin-1?',
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
      writeFileSync(join(line.cwd, name), text, name === 'bytes.csv' ? 'latin1' : 'utf8');
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
      expect(existsSync(join(line.cwd, 'never.json'))).to.equal(false);
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
});
