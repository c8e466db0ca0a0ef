import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { type Account, activityGrids, type Measure, type Observation, parseModel, readAccount } from '@hale/core';
import { compileActivity, compileHistory, compileObservations, duckdb } from '@hale/core/sql';
import { expect } from 'chai';
import fc from 'fast-check';
import { account, busyAccount, now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { measures, plain } from '../../packages/core/src/fixtures/measure-arbitraries.ts';

/** Zones whose clocks change, on either side of UTC. */
const zones = fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York');

/** The same measure read in JavaScript and in DuckDB, over random accounts and random measures. */
const options = { now: new Date(now) };

describe('measures in DuckDB', function () {
  this.timeout(120_000);
  let connection: DuckDBConnection;

  before(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`set timezone = 'America/New_York';
      create table accounts(id varchar, since timestamp, tracked varchar[]);
      create table facts(account_id varchar, name varchar, "at" timestamp, number double, text varchar, boolean boolean);
      create table events(account_id varchar, name varchar, "at" timestamp, until timestamp, user_id varchar, count double, properties json)`);
  });

  after(() => connection.closeSync());

  async function rows(text: string, values: readonly unknown[]): Promise<Record<string, DuckDBValue>[]> {
    // The statement's values are text and numbers, which is what the driver takes.
    return (await connection.runAndReadAll(text, values as DuckDBValue[])).getRowObjects();
  }

  /** Puts accounts in place of those there, as the tables would hold them. */
  async function fill(accounts: readonly Account[]): Promise<void> {
    await connection.run('delete from accounts; delete from facts; delete from events');
    await insert(
      'accounts',
      "r->>'id', cast(r->>'since' as timestamp), cast(r->'tracked' as varchar[])",
      // A table is always there; a document without events is one that records none.
      accounts.map(({ id, since, tracked, events }) => ({ id, since, tracked: tracked ?? (events ? undefined : []) })),
    );
    const facts = accounts.flatMap(({ id, facts }) =>
      Object.entries(facts ?? {}).flatMap(([name, given]) => {
        const values = [given].flat();
        return values.map((one) => {
          const { value, at } = one !== null && typeof one === 'object' ? one : { value: one, at: undefined };
          return { id, name, at, [typeof value]: value };
        });
      }),
    );
    await insert(
      'facts',
      "r->>'id', r->>'name', cast(r->>'at' as timestamp), cast(r->>'number' as double), r->>'string', cast(r->>'boolean' as boolean)",
      facts,
    );
    await insert(
      'events',
      `r->>'id', r->>'name', cast(r->>'at' as timestamp), cast(r->>'until' as timestamp), r->>'user',
       coalesce(cast(r->>'count' as double), 1), r->'properties'`,
      accounts.flatMap(({ id, events }) => (events ?? []).map((event) => ({ ...event, id }))),
    );
  }

  const insert = (table: string, columns: string, records: readonly object[]) =>
    rows(`insert into ${table} select ${columns} from (select unnest(cast($1 as json[])) as r)`, [
      JSON.stringify(records),
    ]);

  const modelOf = (given: Record<string, Measure>, timeZone?: string) =>
    parseModel({
      id: 'random',
      version: '1',
      ...(timeZone ? { timeZone } : {}),
      measures: given,
      dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'm0', worst: 0, best: 1 }] }],
      tiers: [],
      activity: { event: 'use', days: 28, by: [{ property: 'user' }, { property: 'feature' }], key: { key: true } },
    });

  function expectSame(
    found: ReadonlyMap<string, Observation>,
    inPage: ReadonlyMap<string, Observation>,
    given: Readonly<Record<string, Measure>>,
  ): void {
    for (const [id, { value, at, parts }] of found) {
      const expected = inPage.get(id);
      const where = `${id} ${JSON.stringify(given[id])}`;
      expect(value === null, where).to.equal(expected?.value === null);
      if (value !== null)
        expect(value, where).to.be.closeTo(expected?.value ?? Number.NaN, 1e-9 * Math.max(1, Math.abs(value)));
      expect(at, where).to.equal(expected?.at);
      expect(Object.keys(parts ?? {}), where).to.have.members(Object.keys(expected?.parts ?? {}));
      for (const [part, figure] of Object.entries(parts ?? {})) {
        expect(figure, `${where} ${part}`).to.be.closeTo(
          expected?.parts?.[part] ?? Number.NaN,
          1e-9 * Math.max(1, Math.abs(figure)),
        );
      }
    }
  }

  it('equal those in JavaScript', async () => {
    const named = fc
      .array(fc.oneof(account, busyAccount, busyAccount), { minLength: 3, maxLength: 5 })
      .map((accounts) => accounts.map((one, index) => ({ ...one, id: `a${index}` })));
    const more = fc.array(plain, { minLength: 10, maxLength: 10 }).map((all) => Object.fromEntries(all.entries()));
    await fc.assert(
      fc.asyncProperty(measures, more, named, zones, async (made, more, accounts, zone) => {
        const given = { ...made, ...more };
        const model = modelOf(given, zone);
        await fill(accounts);
        const statement = compileObservations(model, duckdb, { now });
        const found = await rows(statement.text, statement.values);
        expect(found.map(statement.accountOf)).to.deep.equal(accounts.map(({ id }) => id));
        for (const [index, row] of found.entries()) {
          const inPage = readAccount(model, accounts[index] as Account, options);
          expectSame(statement.observationsOf(row), inPage.observations, given);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('equal those in JavaScript as of several instants at once', async () => {
    const named = fc
      .array(busyAccount, { minLength: 2, maxLength: 3 })
      .map((accounts) => accounts.map((one, index) => ({ ...one, id: `a${index}` })));
    // In February a month has four weeks, so a window of one is read as the other.
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 });
    const february = Date.parse('2026-03-01T00:00:00Z');
    await fc.assert(
      fc.asyncProperty(measures, named, days, zones, async (given, accounts, ago, zone) => {
        const model = modelOf(given, zone);
        const instants = [...ago.map((count) => now - count * 86_400_000), february];
        await fill(accounts);
        const seen: string[] = [];
        for (const statement of compileHistory(model, duckdb, { instants })) {
          for (const row of await rows(statement.text, statement.values)) {
            const id = statement.accountOf(row);
            const at = statement.instantOf(row);
            seen.push(`${id} ${at}`);
            const one = accounts.find((account) => account.id === id) as Account;
            const inPage = readAccount(model, one, { now: new Date(at) });
            expectSame(statement.observationsOf(row), inPage.observations, given);
          }
        }
        expect(seen).to.have.members(accounts.flatMap(({ id }) => instants.map((at) => `${id} ${at}`)));
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same activity grids', async () => {
    await fc.assert(
      fc.asyncProperty(account, async (one) => {
        const model = modelOf({ m0: { kind: 'since' } });
        await fill([one]);
        const statement = compileActivity(model, duckdb, { now, accounts: [one.id] });
        if (!statement) throw new Error('the model has grids');
        const found = await rows(statement.text, statement.values);
        expect(new Set(found.map(statement.accountOf)))
          .to.have.property('size')
          .that.is.at.most(1);
        const cells = found.map(statement.cellOf);
        const about = {
          since: one.since === undefined ? null : Date.parse(one.since),
          tracked: one.tracked?.includes('use') ?? one.events !== undefined,
        };
        expect(activityGrids(model, cells, about, now)).to.deep.equal(readAccount(model, one, options).activity);
      }),
      { numRuns: 60 },
    );
  });

  it('takes the newest of several facts up to now, and does not keep the last value of one that became unknown', async () => {
    const model = modelOf({ m0: { kind: 'fact', name: 'nps' }, m1: { kind: 'fact', name: 'seats' } });
    await fill([{ id: 'a' }]);
    const day = (count: number) => new Date(now + count * 86_400_000).toISOString();
    await rows(
      `insert into facts values ('a', 'nps', cast($1 as timestamp), 40, null, null), ('a', 'nps', cast($2 as timestamp), null, null, null),
         ('a', 'seats', null, 5, null, null), ('a', 'seats', cast($1 as timestamp), 6, null, null), ('a', 'seats', cast($3 as timestamp), 7, null, null)`,
      [day(-2), day(-1), day(1)],
    );
    const statement = compileObservations(model, duckdb, { now });
    const [row] = await rows(statement.text, statement.values);
    if (!row) throw new Error('the account is there');
    expect(Object.fromEntries(statement.observationsOf(row))).to.deep.equal({
      m0: { value: null, at: null },
      m1: { value: 6, at: Date.parse(day(-2)) },
    });
  });

  it('reads the newest fact, also when what it says is that the value is no longer known', async () => {
    const model = modelOf({ m0: { kind: 'fact', name: 'nps' } });
    const statement = compileObservations(model, duckdb, { now });
    const read = async () => {
      const [row] = await rows(statement.text, statement.values);
      return row && statement.observationsOf(row).get('m0')?.value;
    };
    await fill([{ id: 'a0', facts: { nps: { value: 40, at: '2026-10-01T00:00:00.000Z' } } }]);
    expect(await read()).to.equal(40);
    await connection.run(`insert into facts values ('a0', 'nps', timestamp '2026-11-01', null, null, null)`);
    expect(await read()).to.equal(null);
    await connection.run(
      `insert into facts values ('a0', 'nps', timestamp '2026-11-13', 55, null, null), ('a0', 'nps', timestamp '2026-11-15', 70, null, null)`,
    );
    expect(await read()).to.equal(55);
  });

  it('finds properties by whatever name they have, and compares them as text', async () => {
    const at = new Date(now - 1000).toISOString();
    for (const key of ['a.b', 'a"b', 'a\\b', 'a/b', 'a~b', '$', '[0]', 'constructor', 'ключ']) {
      for (const [value, wanted] of [
        [true, 'true'],
        ['7', 7],
        ['x', 'x'],
      ] as const) {
        const model = modelOf({ m0: { kind: 'count', event: 'use', where: { [key]: wanted }, within: '7d' } });
        const one = { id: 'a0', events: [{ name: 'use', at, properties: { [key]: value } }] };
        await fill([one]);
        const statement = compileObservations(model, duckdb, { now });
        const [row] = await rows(statement.text, statement.values);
        expect(row && statement.observationsOf(row).get('m0')?.value, `${key} in DuckDB`).to.equal(1);
        expect(readAccount(model, one, options).observations.get('m0')?.value, `${key} here`).to.equal(1);
      }
    }
  });

  it('reads what overflowed as missing, also where it is divided by', async () => {
    const model = modelOf({
      m0: { kind: 'sum', event: 'use', of: 'amount', within: '7d' },
      one: { kind: 'fact', name: 'one' },
      m1: { kind: 'ratio', of: 'one', over: 'm0' },
      m2: { kind: 'difference', of: 'm0', less: 'm0' },
    });
    const at = new Date(now - 1000).toISOString();
    const use = { name: 'use', at, properties: { amount: 1e308 } };
    const account = { id: 'a0', facts: { one: 1 }, events: [use, use] };
    await fill([account]);
    const statement = compileObservations(model, duckdb, { now });
    const [row] = await rows(statement.text, statement.values);
    if (!row) throw new Error('the account is there');
    const found = statement.observationsOf(row);
    for (const id of ['m0', 'm1', 'm2']) {
      expect(found.get(id), `${id} in DuckDB`).to.deep.equal({ value: null, at: null });
      expect(readAccount(model, account, options).observations.get(id)?.value, `${id} here`).to.equal(null);
    }
  });

  it('takes the middle of amounts that stand for several, and the mean of two where it lies between them', async () => {
    const model = modelOf({ m0: { kind: 'median', event: 'use', of: 'amount', within: '7d' } });
    const at = new Date(now - 1000).toISOString();
    for (const [pairs, middle] of [
      [
        [
          [1, 3],
          [5, 1],
          [9, 1],
        ],
        1,
      ],
      [
        [
          [9, 1],
          [1, 2],
          [5, 1],
        ],
        3,
      ],
      [
        [
          [1, 0.1],
          [2, 0.2],
          [5, 0.3],
        ],
        3.5,
      ],
      [
        [
          [-1e308, 1],
          [1e308, 1],
        ],
        0,
      ],
    ] as const) {
      const account = {
        id: 'a0',
        events: pairs.map(([amount, count]) => ({ name: 'use', at, count, properties: { amount } })),
      };
      await fill([account]);
      const statement = compileObservations(model, duckdb, { now });
      const [row] = await rows(statement.text, statement.values);
      expect(row && statement.observationsOf(row).get('m0')?.value, `${JSON.stringify(pairs)} in DuckDB`).to.equal(
        middle,
      );
      expect(
        readAccount(model, account, options).observations.get('m0')?.value,
        `${JSON.stringify(pairs)} here`,
      ).to.equal(middle);
    }
  });

  it('compares numbers as numbers, however the database writes them', async () => {
    const at = new Date(now - 1000).toISOString();
    for (const [value, wanted, times] of [
      [1e21, 1e21, 1],
      [1e21, '1e+21', 1],
      [1e21, '1e21', 0],
      [1e20, 1e20, 1],
      [1.5e-7, 1.5e-7, 1],
      ['1e21', 1e21, 0],
      [0.1, '0.10', 0],
      ['0.10', '0.10', 1],
      ['', '', 1],
      [0, '', 0],
    ] as const) {
      const model = modelOf({ m0: { kind: 'count', event: 'use', where: { n: wanted }, within: '7d' } });
      const one = { id: 'a0', events: [{ name: 'use', at, properties: { n: value } }] };
      await fill([one]);
      const statement = compileObservations(model, duckdb, { now });
      const [row] = await rows(statement.text, statement.values);
      const shown = `${JSON.stringify(value)} is ${JSON.stringify(wanted)}`;
      expect(row && statement.observationsOf(row).get('m0')?.value, `${shown} in DuckDB`).to.equal(times);
      expect(readAccount(model, one, options).observations.get('m0')?.value, `${shown} here`).to.equal(times);
    }
  });

  it('begins a day at its first midnight where clocks go back over it, and at the jump where they skip it', async () => {
    for (const [zone, day] of [
      ['Atlantic/Azores', '2026-10-25'],
      ['America/Havana', '2026-11-01'],
      ['Asia/Beirut', '2026-10-25'],
      ['Asia/Beirut', '2026-03-29'],
      ['America/Santiago', '2026-09-06'],
      ['Pacific/Apia', '2011-12-30'],
      ['Europe/Berlin', '0001-01-01'],
    ] as const) {
      const model = modelOf({ m0: { kind: 'until', fact: 'renewal' } }, zone);
      const one = { id: 'a0', facts: { renewal: day } };
      await fill([one]);
      const statement = compileObservations(model, duckdb, { now });
      const [row] = await rows(statement.text, statement.values);
      expect(row && statement.observationsOf(row).get('m0')?.value, `${day} in ${zone}`).to.equal(
        readAccount(model, one, options).observations.get('m0')?.value,
      );
    }
  });

  it('takes names and ids as values, never as text of the statement', async () => {
    const hostile = `x'); drop table accounts; --"`;
    const model = modelOf({
      m0: { kind: 'count', event: hostile, where: { [hostile]: hostile }, within: '7d' },
      m1: { kind: 'fact', name: hostile },
    });
    const at = new Date(now - 1000).toISOString();
    await fill([
      { id: hostile, facts: { [hostile]: 7 }, events: [{ name: hostile, at, properties: { [hostile]: hostile } }] },
    ]);
    const statement = compileObservations(model, duckdb, { now, accounts: [hostile] });
    expect(statement.text).not.to.include('drop table');
    const [row] = await rows(statement.text, statement.values);
    if (!row) throw new Error('the account is there');
    expect(statement.observationsOf(row).get('m0')?.value).to.equal(1);
    expect(statement.observationsOf(row).get('m1')?.value).to.equal(7);
    const none = compileObservations(model, duckdb, { now, accounts: [] });
    expect(await rows(none.text, none.values)).to.deep.equal([]);
  });
});
