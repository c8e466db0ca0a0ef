import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { HealthError } from '@hale/core';
import { expect } from 'chai';
import { openDatabase } from './database.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { factValue } from './rows.ts';
import type { Database } from './session.ts';
import { shapeVersion } from './shape.ts';

const at = Date.UTC(2026, 10, 14, 9, 30, 15, 250);

/** What a promise is rejected with. */
async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    // Everything here throws errors.
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('the database', () => {
  const path = temporaryFolder();
  const opened: Database[] = [];
  const open = async (file = path('new/folder/hale.duckdb')) => {
    const database = await openDatabase(file);
    opened.push(database);
    return database;
  };
  afterEach(() => {
    for (const database of opened.splice(0)) database.close();
  });

  it('makes its folder, its file and its tables on the first start, and finds them again on the next', async () => {
    const first = await open();
    expect(statSync(first.file).isFile()).to.equal(true);
    await first.run('INSERT INTO accounts (id) VALUES ($1)', ['a']);
    opened.pop()?.close();
    const again = await open();
    expect(await again.rows('SELECT id FROM accounts')).to.deep.equal([{ id: 'a' }]);
    const tables = await again.rows<{ name: string }>('SELECT table_name AS name FROM duckdb_tables() ORDER BY name');
    expect(tables.map(({ name }) => name)).to.deep.equal([
      'accounts',
      'events',
      'facts',
      'history',
      'meta',
      'outcomes',
      'overrides',
    ]);
  });

  it('has the tables that its version stands for', async () => {
    const database = await open();
    const columns = await database.rows<{ columns: string }>(`SELECT table_name || ': ' ||
      string_agg(column_name || ' ' || data_type || if(is_nullable, '', ' not null'), ', ' ORDER BY column_index) AS columns
      FROM duckdb_columns() WHERE NOT internal GROUP BY table_name ORDER BY table_name`);
    // Where this changes, shapeVersion is raised with it: files of another shape are then filled anew.
    expect({ shapeVersion, columns: columns.map((table) => table.columns) }).to.deep.equal({
      shapeVersion: '3',
      columns: [
        'accounts: id VARCHAR not null, name VARCHAR, since TIMESTAMP, ended TIMESTAMP, tracked VARCHAR[]',
        'events: account_id VARCHAR not null, name VARCHAR not null, at TIMESTAMP not null, until TIMESTAMP, user_id VARCHAR, count DOUBLE not null, properties JSON',
        'facts: account_id VARCHAR not null, name VARCHAR not null, at TIMESTAMP, number DOUBLE, text VARCHAR, boolean BOOLEAN',
        'history: account_id VARCHAR not null, at TIMESTAMP not null, score DOUBLE, coverage DOUBLE not null, tier VARCHAR, model_id VARCHAR not null, version VARCHAR not null, computed DOUBLE, has_computed BOOLEAN not null, dimensions JSON, signals VARCHAR[]',
        'meta: key VARCHAR not null, value VARCHAR not null',
        'outcomes: account_id VARCHAR not null, kind VARCHAR not null, at TIMESTAMP not null',
        'overrides: account_id VARCHAR not null, score DOUBLE, tier VARCHAR, reason VARCHAR not null, author VARCHAR not null, at TIMESTAMP not null, expires TIMESTAMP',
      ],
    });
  });

  it('gives rows as plain objects: instants in ISO 8601, JSON parsed, counts as numbers, what is no number as null', async () => {
    const database = await open();
    const [row] = await database.rows(`SELECT TIMESTAMP '2026-11-14 09:30:15.25' AS instant, DATE '2026-11-14' AS day,
      count(*) AS count, sum(i) AS sum, CAST('{"a":[1,null]}' AS JSON) AS json, ['x', NULL] AS list,
      {'n': 1, 't': TIMESTAMP '2026-01-01'} AS struct, true AS yes, CAST('nan' AS DOUBLE) AS nan, 1 / 0 AS endless,
      NULL AS missing, CAST(NULL AS JSON) AS no_json, 0.1 AS small FROM range(3) t(i)`);
    expect(row).to.deep.equal({
      instant: '2026-11-14T09:30:15.250Z',
      day: '2026-11-14',
      count: 3,
      sum: 3,
      json: { a: [1, null] },
      list: ['x', null],
      struct: { n: 1, t: '2026-01-01T00:00:00.000Z' },
      yes: true,
      nan: null,
      endless: null,
      missing: null,
      no_json: null,
      small: 0.1,
    });
  });

  it('refuses a whole number that would lose digits, rather than give another one', async () => {
    const database = await open();
    const error = await rejection(database.rows('SELECT 9007199254740993 AS n'));
    expect(error.message).to.equal(
      '9007199254740993 is too large for a number without loss: cast it to DOUBLE or VARCHAR in the query.',
    );
  });

  it('takes parameters by place and by name: text, numbers, dates, lists, null', async () => {
    const database = await open();
    const [byPlace] = await database.rows('SELECT $1 AS a, $2 AS b, $3 AS c, $4 AS d, $5 AS e', [
      "it's",
      -4.5,
      new Date(at),
      null,
      3_000_000_000,
    ]);
    expect(byPlace).to.deep.equal({ a: "it's", b: -4.5, c: '2026-11-14T09:30:15.250Z', d: null, e: 3_000_000_000 });
    const byName = await database.rows('SELECT i FROM range(5) t(i) WHERE i IN (SELECT unnest($some)) ORDER BY i', {
      some: [1, 4, 9],
    });
    expect(byName).to.deep.equal([{ i: 1 }, { i: 4 }]);
    for (const one of ['1', "'a'"]) {
      expect(await database.rows(`SELECT 1 AS n WHERE ${one} IN (SELECT unnest($1))`, [[]])).to.deep.equal([]);
    }
  });

  it('runs many statements at once', async () => {
    const database = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => database.rows('SELECT $1 AS i', [i])));
    expect(answers.map(([row]) => row?.i)).to.deep.equal(Array.from({ length: 20 }, (_, i) => i));
  });

  it('appends rows in bulk, across the edge of a chunk, and gives them back as they were', async () => {
    const database = await open();
    const properties = { feature: 'Order entry', key: true };
    await database.transaction(async (transaction) => {
      const accounts = await transaction.append('accounts');
      accounts.add({ id: 'a', name: 'Żurawin Foods', since: at, ended: null, tracked: ['use', 'ticket'] });
      accounts.add({ id: 'b', name: null, since: null, ended: null, tracked: null });
      const facts = await transaction.append('facts');
      facts.add({ account_id: 'a', name: 'seats', at: null, ...factValue(60) });
      const events = await transaction.append('events');
      for (let i = 0; i < 5000; i++) {
        events.add({ account_id: 'a', name: 'use', at: at + i, until: null, user_id: '李娜', count: 2, properties });
      }
    });
    expect(await database.rows('SELECT * FROM accounts ORDER BY id')).to.deep.equal([
      { id: 'a', name: 'Żurawin Foods', since: '2026-11-14T09:30:15.250Z', ended: null, tracked: ['use', 'ticket'] },
      { id: 'b', name: null, since: null, ended: null, tracked: null },
    ]);
    expect(await database.rows('SELECT * FROM facts')).to.deep.equal([
      { account_id: 'a', name: 'seats', at: null, number: 60, text: null, boolean: null },
    ]);
    const [sums] = await database.rows('SELECT count(*) AS n, sum(count) AS times, max(e.at) AS last FROM events e');
    expect(sums).to.deep.equal({ n: 5000, times: 10_000, last: new Date(at + 4999).toISOString() });
    const [event] = await database.rows('SELECT * FROM events e WHERE e.at = $1', [new Date(at)]);
    const plain = { until: null, user_id: '李娜', count: 2, properties };
    expect(event).to.deep.equal({ account_id: 'a', name: 'use', at: '2026-11-14T09:30:15.250Z', ...plain });
  });

  it('leaves everything as it was when a transaction throws, tables that were dropped included', async () => {
    const database = await open();
    await database.run("INSERT INTO meta VALUES ('key', 'old')");
    const error = await rejection(
      database.transaction(async (transaction) => {
        await transaction.run('DROP TABLE meta');
        await transaction.run('CREATE TABLE meta (key VARCHAR, value VARCHAR)');
        const meta = await transaction.append('meta');
        meta.add({ key: 'key', value: 'new' });
        throw new Error('half-way');
      }),
    );
    expect(error.message).to.equal('half-way');
    expect(await database.rows('SELECT value FROM meta')).to.deep.equal([{ value: 'old' }]);
  });

  it('leaves everything as it was when rows break a rule of their table', async () => {
    const database = await open();
    const error = await rejection(
      database.transaction(async (transaction) => {
        await transaction.run("INSERT INTO meta VALUES ('a', 'first')");
        const accounts = await transaction.append('accounts');
        for (const id of ['a', 'a']) accounts.add({ id, name: null, since: null, ended: null, tracked: null });
      }),
    );
    expect(error.message).to.contain('PRIMARY KEY');
    expect(
      await database.rows('SELECT (SELECT count(*) FROM meta) AS m, (SELECT count(*) FROM accounts) AS a'),
    ).to.deep.equal([{ m: 0, a: 0 }]);
  });

  it('shows other readers the old state until a transaction is done, and runs transactions one after another', async () => {
    const database = await open();
    const seen: unknown[] = [];
    const add = (id: string) =>
      database.transaction(async (transaction) => {
        await transaction.run('INSERT INTO accounts (id) VALUES ($1)', [id]);
        seen.push(...(await database.rows('SELECT count(*) AS n FROM accounts')));
        seen.push(...(await transaction.rows('SELECT count(*) AS n FROM accounts')));
      });
    await Promise.all([add('a'), rejection(database.transaction(() => Promise.reject(new Error('no')))), add('b')]);
    expect(seen).to.deep.equal([{ n: 0 }, { n: 1 }, { n: 1 }, { n: 2 }]);
  });

  it('says who holds the file when another process has it open', async function () {
    this.timeout(20_000);
    const file = path('held.duckdb');
    await open(file);
    const program = `import('${import.meta.dirname}/database.ts')
      .then(({ openDatabase }) => openDatabase(process.argv[1]))
      .catch((error) => console.log(error.code + ': ' + error.message));`;
    const args = ['--conditions=@hale/source', '--input-type=module', '--eval', program, file];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout.trim()).to.equal(
      `database-in-use: The database ${file} is in use by another process (${process.pid}): stop that one, or name another file.`,
    );
  });

  it('touches no database that holds anything else', async () => {
    const file = path('theirs.duckdb');
    const theirs = await DuckDBInstance.create(file);
    const connection = await theirs.connect();
    await connection.run('CREATE TABLE accounts AS SELECT 42 AS balance');
    connection.closeSync();
    theirs.closeSync();
    const error = await rejection(openDatabase(file));
    expect(error.message).to.equal(`The database ${file} holds tables that are not Hale's: name another file.`);
    const again = await DuckDBInstance.create(file);
    const reader = await (await again.connect()).runAndReadAll('FROM accounts');
    expect(reader.getRowObjectsJS()).to.deep.equal([{ balance: 42 }]);
    again.closeSync();
  });

  it('says so when the file is not a database', async () => {
    const file = path('notes.txt');
    writeFileSync(file, 'Not a database. '.repeat(1000));
    const error = await rejection(openDatabase(file));
    expect(error).to.be.instanceOf(HealthError);
    expect(error.message).to.equal(`${file} is not a DuckDB database: delete it or name another file.`);
  });
});
