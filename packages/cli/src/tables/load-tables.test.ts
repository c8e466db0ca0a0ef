import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createTable, type DuckDbEngine, openDuckDb } from '../engines/duckdb.ts';
import { type TableName, tableNames } from '../engines/table-rows.ts';
import { Faults } from '../terminal/fault.ts';
import { loadTables } from './load-tables.ts';

const quiet = { at() {}, done() {}, stop() {} };

describe('files become tables', () => {
  let folder = '';
  let engine: DuckDbEngine;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hale-tables-test-'));
    engine = await openDuckDb();
    for (const table of tableNames) await query(createTable(table));
  });
  afterEach(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const query = (text: string) => engine.run({ text, values: [] });
  const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
  /** Loads these files, in order, by the table that each fills. */
  const load = (files: Partial<Record<TableName, readonly string[]>>) => {
    const named = Object.entries(files).map(([table, names]) => {
      return [table, names.map((name) => ({ path: join(folder, name), shown: name }))];
    });
    const loading = { query, share: () => null };
    return loadTables({ files: Object.fromEntries(named), mapping: {} }, loading, quiet);
  };
  const faults = async (files: Parameters<typeof load>[0]): Promise<string[]> => {
    const error: unknown = await load(files).catch((thrown) => thrown);
    if (!(error instanceof Faults)) throw error;
    return error.faults.map(({ file, line, character, message }) => {
      return `${file}:${line ?? ''}${character ? `:${character}` : ''}: ${message}`;
    });
  };
  const facts = () =>
    query('select account_id as id, name, number, text, boolean from facts order by name, id').then((rows) =>
      rows.map(({ id, name, number, text, boolean }) => [id, name, number ?? text ?? boolean]),
    );
  const properties = async (): Promise<unknown[]> => {
    const rows = await query('select cast(properties as varchar) as told from events order by "at"');
    return rows.map(({ told }) => JSON.parse(String(told)));
  };

  describe('without events', () => {
    it('records none, but for accounts that say which, so that what is missing stays missing', async () => {
      write('a.csv', 'id,tracked\na,\nb,use|ticket\nc,[]\n');
      const { notes } = await load({ accounts: ['a.csv'] });
      expect(notes).to.deep.equal([
        'events: none were given, so none count as recorded; what is measured by them is missing, not zero.',
      ]);
      const rows = await query('select tracked from accounts order by id');
      expect(rows.map(({ tracked }) => tracked)).to.deep.equal([[], ['use', 'ticket'], []]);
    });

    it('is told apart from events of which some names came', async () => {
      write('a.csv', 'id\na\n');
      write('e.csv', 'account_id,name,at\na,use,2026-01-01\na,ticket,2026-01-01\n');
      const { notes } = await load({ accounts: ['a.csv'], events: ['e.csv'] });
      expect(notes).to.deep.equal([
        'events: these came: ticket, use. Any other counts as recorded and not happened, but where "tracked" of an account says which are.',
      ]);
      expect(await query('select tracked from accounts')).to.deep.equal([{ tracked: null }]);
    });
  });

  it('are the files that are named, whatever their names mean elsewhere', async function () {
    // Windows has no such names.
    if (process.platform === 'win32') return void this.skip();
    write('g1.csv', 'account_id,name,at\na,wrong,2026-01-01\na,wrong,2026-01-02\n');
    for (const [place, name] of ['g[1].csv', 'g*.csv', 'g?.csv', '[g]1.ndjson', 'g*.json'].entries()) {
      const row = { account_id: 'a', name: 'right', at: `2026-02-0${place + 1}` };
      const csv = `account_id,name,at\n${Object.values(row).join()}\n`;
      write(name, name.endsWith('csv') ? csv : name.endsWith('ndjson') ? JSON.stringify(row) : JSON.stringify([row]));
    }
    await query(`copy (select 'a' as account_id, 'right' as name, date '2026-02-06' as at) to '${folder}/p*.parquet'`);
    await query(`copy (select 'a' as account_id, 'wrong' as name, date '2026-02-06' as at) to '${folder}/p1.parquet'`);
    write('a.csv', 'id\na\n');
    const events = ['g[1].csv', 'g*.csv', 'g?.csv', '[g]1.ndjson', 'g*.json', 'p*.parquet'];
    const { rows } = await load({ accounts: ['a.csv'], events });
    expect(rows.events).to.equal(events.length);
    expect(await query('select distinct name from events')).to.deep.equal([{ name: 'right' }]);
  });

  it('have no columns but their own, whatever folder they are in', async () => {
    mkdirSync(join(folder, 'plan=pro'));
    write('plan=pro/a.csv', 'id\na\n');
    await query(`copy (select 'b' as id) to '${folder}/plan=pro/b.parquet'`);
    await load({ accounts: ['plan=pro/a.csv', 'plan=pro/b.parquet'] });
    expect(await facts()).to.deep.equal([]);
  });

  it('may begin with empty lines, and have empty lines between rows', async () => {
    write('a.csv', '\r\n\r\nid,hash\r\na,zz\r\n\r\nb,yy\r\n');
    write('b.csv', '\uFEFF\nid,hash\nc,xx\n');
    write('c.csv', '\nid\nd\n\ne\n\n');
    const { rows } = await load({ accounts: ['a.csv', 'b.csv', 'c.csv'] });
    expect([rows.accounts, rows.facts]).to.deep.equal([5, 3]);
    write('d.csv', '\n\nid,since\nf,soon\n');
    expect((await faults({ accounts: ['d.csv'] }))[0]).to.match(/^d\.csv:4: since must be a time/);
    write('e.csv', '\n\nname,since\nf,soon\n');
    expect((await faults({ accounts: ['e.csv'] }))[0]).to.match(/^e\.csv:3: there is no column "id"/);
  });

  describe('cells that look like numbers', () => {
    it('are numbers where a double holds them all, and text where one would be lost', async () => {
      write(
        'a.csv',
        `id,seats,rate,hash,long,zip,yes,mixed,small\na,4,12.50,1234e567,12345678901234567890,01234,true,true,1e-400
b,-0,0.33333333333333333333,abc,1,12345,false,1,0\nc,100000000000000000000,1e3,12,2,,,,\n`,
      );
      const { notes } = await load({ accounts: ['a.csv'] });
      expect(await facts()).to.deep.equal([
        ['a', 'hash', '1234e567'],
        ['b', 'hash', 'abc'],
        ['c', 'hash', '12'],
        ['a', 'long', '12345678901234567890'],
        ['b', 'long', '1'],
        ['c', 'long', '2'],
        ['a', 'mixed', 'true'],
        ['b', 'mixed', '1'],
        ['a', 'rate', 12.5],
        ['b', 'rate', 1 / 3],
        ['c', 'rate', 1000],
        ['a', 'seats', 4],
        ['b', 'seats', -0],
        ['c', 'seats', 1e20],
        ['a', 'small', '1e-400'],
        ['b', 'small', '0'],
        ['a', 'yes', true],
        ['b', 'yes', false],
        ['a', 'zip', '01234'],
        ['b', 'zip', '12345'],
      ]);
      expect(notes).to.include('accounts: zip is text, for 1 of 2 are no numbers, such as "01234".');
    });

    it('are of one type for a fact, and for a property of an event, over all files', async () => {
      write('a.csv', 'id\na\nb\n');
      write('f1.csv', 'account_id,name,value\na,zip,01234\na,seats,4\na,on,true\n');
      write('f2.csv', 'account_id,name,value\nb,zip,12345\nb,seats,5\nb,on,false\n');
      write('e1.csv', 'account_id,name,at,value\na,pay,2026-01-01,12.5\na,rate,2026-01-02,3\n');
      write('e2.csv', 'account_id,name,at,value\na,pay,2026-01-03,7\na,rate,2026-01-04,good\n');
      const events = ['e1.csv', 'e2.csv'];
      const { notes } = await load({ accounts: ['a.csv'], facts: ['f1.csv', 'f2.csv'], events });
      expect(await facts()).to.deep.equal([
        ['a', 'on', true],
        ['b', 'on', false],
        ['a', 'seats', 4],
        ['b', 'seats', 5],
        ['a', 'zip', '01234'],
        ['b', 'zip', '12345'],
      ]);
      expect(await properties()).to.deep.equal([{ value: 12.5 }, { value: '3' }, { value: 7 }, { value: 'good' }]);
      expect(notes).to.include('events: value of "rate" is text, for 1 of 2 are no numbers, such as "good".');
    });

    it('are faults where their type is that of numbers and they are none', async () => {
      write('a.ndjson', '{"id":"a","seats":1}\n{"id":"b","seats":1e999}\n');
      expect(await faults({ accounts: ['a.ndjson'] })).to.deep.equal([
        'a.ndjson:2: seats must be a finite number, not "1e999".',
      ]);
      const nan = "select 'a' as account_id, 'x' as name, timestamp '2026-01-01' as at, 'nan'::double as value";
      await query(`copy (${nan}) to '${folder}/e.parquet'`);
      for (const table of ['facts', 'events'] as const) {
        expect(await faults({ [table]: ['e.parquet'] }), table).to.deep.equal([
          'e.parquet:: record 1: value must be a finite number, not "nan".',
        ]);
      }
    });
  });

  it('have times that the core takes', async () => {
    const good = ['2026-11-10T09:00:00Z', '2026-11-10T09:00:00.123456789Z', '2026-11-10 09:00', '2026-11-10'];
    good.push('2026-11-10 09:00:00 UTC', '2026-11-10 09:00:00.123456 UTC', '2026-11-10 09:00 UTC');
    write('good.csv', `id,since\n${good.map((at, place) => `${place},${at}\n`).join('')}`);
    expect((await load({ accounts: ['good.csv'] })).rows.accounts).to.equal(good.length);
    const bad = ['2026-11-10T24:00:00Z', '2026-11-10 5:00:00Z', '2026-11-10T 9:00:00Z', '2026-11-10T09:00:00.Z'];
    bad.push('-001-11-10T09:00:00Z', '2026-02-30T09:00:00Z', '2026-1-5Z', 'infinityZ', '2026-11-10T09:00:00+24:00');
    bad.push('2026-11-10UTC', '2026-11-10 09:00:00 CET');
    write('bad.csv', `id,since\n${bad.map((at) => `x${at},${at}\n`).join('')}`);
    expect(await faults({ accounts: ['bad.csv'] })).to.have.length(bad.length);
  });

  it('are UTF-8, of every format, and say where they are not', async () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const rows = 'a\n'.repeat(50_000);
    write('a.ndjson', latin('{"id":"a"}\n{"id":"caf\xe9"}\n'));
    write('a.json', latin('[{"id":"a"},\n {"id":"caf\xe9"}]'));
    write('a.csv', latin(`id\r\n${rows}caf\xe9\r\n${rows}`));
    for (const [name, place] of [
      ['a.ndjson', '2:11'],
      ['a.json', '2:12'],
      ['a.csv', '50002:4'],
    ]) {
      const [first] = await faults({ accounts: [name ?? ''] });
      expect(first).to.equal(
        `${name}:${place}: the file must be UTF-8 text, and from here on it is not: save it anew as UTF-8. Is it Windows-1252, Latin-1?`,
      );
    }
    for (const [name, begin] of Object.entries({
      'b.csv': '\uFEFFid\na\n',
      'c.csv': 'id\na\n',
      'd.json': '[{"id":"a"}]',
    })) {
      write(name, Buffer.from(begin, 'utf16le'));
      expect(await faults({ accounts: [name] })).to.deep.equal([
        `${name}:: the file must be UTF-8 text, and is UTF-16: save it anew as UTF-8.`,
      ]);
    }
  });

  it('hold between the cells of a row what a document does', async () => {
    write('accounts.csv', 'id\na\n');
    const lines = ['50,,2026-11-02', ',low,', ',,', '50,,2026-11-01', ',,2026-10-31'];
    write(
      'set.csv',
      `account_id,reason,author,at,score,tier,expires\n${lines.map((end) => `a,why,me,2026-11-01,${end}\n`).join('')}`,
    );
    const score = 'score must be a number from 0 to 100 where no tier is set, not empty.';
    const later = (end: string) =>
      `expires must be later than at: an override that has expired before it begins is never in force, not "${end}".`;
    expect(await faults({ accounts: ['accounts.csv'], overrides: ['set.csv'] })).to.deep.equal([
      `set.csv:4: ${score}`,
      `set.csv:5: ${later('2026-11-01')}`,
      `set.csv:6: ${score}`,
      `set.csv:6: ${later('2026-10-31')}`,
    ]);
    await query(createTable('accounts'));
    write('none.csv', 'account_id,reason,author,at\na,why,me,2026-11-01\n');
    expect(await faults({ accounts: ['accounts.csv'], overrides: ['none.csv'] })).to.deep.equal([
      `none.csv:2: ${score}`,
    ]);
  });

  it('may begin with a byte order mark', async () => {
    write('m.csv', '\uFEFFid,name\na,A\n');
    write('m.json', '\uFEFF[{"id":"b"}]');
    write('m.ndjson', '\uFEFF{"id":"c","name":"x,\\"y"}\r\n\r\n{"id":"d"}\r\n');
    write('m.ndjson.gz', gzipSync('\uFEFF{"id":"e"}\n{"id":"f"}\n'));
    const accounts = ['m.csv', 'm.json', 'm.ndjson', 'm.ndjson.gz'];
    expect((await load({ accounts })).rows.accounts).to.equal(6);
  });

  it('name the line of a cell, with a byte order mark and zipped too', async () => {
    const since =
      'since must be a time such as 2026-11-14T09:00:00Z or a day such as 2026-11-14; without a zone it is UTC';
    for (const [begin, rows] of [
      ['[', ',\n'],
      ['\uFEFF[', ',\n'],
      ['', '\n'],
      ['\uFEFF', '\n'],
    ]) {
      const text = `${begin}${['{"id":"a"}', '{"id":"b","since":"soon"}'].join(rows)}${begin?.endsWith('[') ? ']' : '\n'}`;
      const name = begin?.endsWith('[') ? 'z.json' : 'z.ndjson';
      write(name, text);
      write(`${name}.gz`, gzipSync(text));
      for (const file of [name, `${name}.gz`])
        expect(await faults({ accounts: [file] })).to.deep.equal([`${file}:2: ${since}, not "soon".`]);
    }
    write('cut.json.gz', gzipSync('[{"id":"a"},\n{"id" 1}]'));
    expect(await faults({ accounts: ['cut.json.gz'] })).to.deep.equal([
      'cut.json.gz:2:7: expected a colon between a key and its value.',
    ]);
  });
});
