import { type Account, readAccount } from '@hale/core';
import { compileObservations } from '@hale/core/sql';
import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { expectSame, m0, modelOf, observedBy, observedHere } from '../support/observed.ts';

/** Cases that engines are known to differ in, or that random accounts seldom come upon. */

const ago = (ms: number) => new Date(now - ms).toISOString();
const day = 86_400_000;
const recent = ago(1000);

onEveryEngine('a measure', (subject) => {
  const engine = () => subject.engine;

  it('is the newest of several facts up to now, not the last known value of one that became unknown', async () => {
    const model = modelOf({ m0: { kind: 'fact', name: 'nps' }, m1: { kind: 'fact', name: 'seats' } });
    const one: Account = {
      id: 'a0',
      facts: {
        nps: [
          { value: 40, at: ago(2 * day) },
          { value: null, at: ago(day) },
        ],
        seats: [{ value: 5 }, { value: 6, at: ago(2 * day) }, { value: 7, at: ago(-day) }],
      },
    };
    await engine().fill([one]);
    const [found] = await observedBy(engine(), model, [one], now);
    expect(Object.fromEntries(found ?? [])).to.deep.equal({
      m0: { value: null, at: null },
      m1: { value: 6, at: now - 2 * day },
    });
  });

  it('finds properties by whatever name they have, and compares them as text', async () => {
    const keys = ['a.b', 'a"b', 'a\\b', 'a/b', 'a~b', '$', '[0]', 'a`b', "a'b", 'constructor', 'ключ', '0'];
    const values = [
      [true, 'true'],
      ['7', 7],
      ['x', 'x'],
    ] as const;
    for (const key of keys) {
      const measures = values.map(([, wanted], place) => [
        `m${place}`,
        { kind: 'count' as const, event: `use${place}`, where: { [key]: wanted }, within: '7d' },
      ]);
      const model = modelOf(Object.fromEntries(measures));
      const events = values.map(([value], place) => ({
        name: `use${place}`,
        at: recent,
        properties: { [key]: value },
      }));
      await engine().fill([{ id: 'a0', events }]);
      const [found = new Map()] = await observedBy(engine(), model, [{ id: 'a0', events }], now);
      expectSame(found, observedHere(model, { id: 'a0', events }, now), model);
      expect(
        [...found.values()].map(({ value }) => value),
        key,
      ).to.deep.equal([1, 1, 1]);
    }
  });

  it('is missing where it overflowed, also where it is divided by', async () => {
    const model = modelOf({
      m0: { kind: 'sum', event: 'use', of: 'amount', within: '7d' },
      one: { kind: 'fact', name: 'one' },
      m1: { kind: 'ratio', of: 'one', over: 'm0' },
      m2: { kind: 'difference', of: 'm0', less: 'm0' },
      m3: { kind: 'average', event: 'use', of: 'amount', within: '7d' },
    });
    const use = { name: 'use', at: recent, properties: { amount: 1e308 } };
    const one = { id: 'a0', facts: { one: 1 }, events: [use, use] };
    await engine().fill([one]);
    const [found = new Map()] = await observedBy(engine(), model, [one], now);
    expectSame(found, observedHere(model, one, now), model);
    for (const id of ['m0', 'm1', 'm2', 'm3']) expect(found.get(id), id).to.deep.equal({ value: null, at: null });
  });

  it('is no trouble to other accounts where its numbers are greater or smaller than a double can hold', async () => {
    const model = modelOf({
      big: { kind: 'fact', name: 'big' },
      tiny: { kind: 'fact', name: 'tiny' },
      m0: { kind: 'ratio', of: 'big', over: 'tiny' },
      m1: { kind: 'ratio', of: 'tiny', over: 'big' },
      low: { kind: 'fact', name: 'low' },
      m2: { kind: 'difference', of: 'big', less: 'low' },
      m3: { kind: 'sum', event: 'use', of: 'amount', within: '7d' },
      m4: { kind: 'median', event: 'use', of: 'amount', within: '7d' },
      m5: { kind: 'count', event: 'use', within: '7d' },
      m6: { kind: 'average', event: 'pay', of: 'amount', within: '7d' },
      m7: { kind: 'sum', event: 'pay', of: 'amount', within: '7d' },
      m8: { kind: 'response-time', event: 'pay', within: '7d', as: 'average' },
      m9: { kind: 'tags', event: 'use', of: 'tag', within: '7d', points: { a: 1e308, b: 1e308 } },
    });
    const facts = { big: 1e308, tiny: 5e-324, low: -1e308 };
    const event = (name: string, amount: number, count: number, tag: string) => ({
      name,
      at: recent,
      until: recent,
      count,
      properties: { amount, tag },
    });
    const extremes = {
      id: 'a0',
      facts,
      events: [
        event('use', 5e-324, 1e308, 'a'),
        event('use', 5e-324, 1e308, 'b'),
        event('pay', 1e300, 1e-300, 'a'),
        event('pay', 5e-324, 0.1, 'a'),
        event('pay', -1e307, 1, 'a'),
      ],
    };
    const plain = { id: 'a1', facts: { big: 6, tiny: 3, low: 2 }, events: [event('use', 2, 3, 'a')] };
    await engine().fill([extremes, plain]);
    const found = await observedBy(engine(), model, [extremes, plain], now);
    [extremes, plain].forEach((one, place) => {
      expectSame(found[place] ?? new Map(), observedHere(model, one, now), model);
    });
  });

  it('is the middle of amounts that stand for several, and the mean of two where it lies between them', async () => {
    const model = modelOf({ m0: { kind: 'median', event: 'use', of: 'amount', within: '7d' } });
    const accounts = (
      [
        [[1, 3], [5, 1], [9, 1]], // biome-ignore format: a case a line
        [[9, 1], [1, 2], [5, 1]], // biome-ignore format: a case a line
        [[1, 0.1], [2, 0.2], [5, 0.3]], // biome-ignore format: a case a line
        [[-1e308, 1], [1e308, 1]], // biome-ignore format: a case a line
      ] as const
    ).map((pairs, index) => ({
      id: `a${index}`,
      events: pairs.map(([amount, count]) => ({ name: 'use', at: recent, count, properties: { amount } })),
    }));
    await engine().fill(accounts);
    const found = await observedBy(engine(), model, accounts, now);
    const middles = [1, 3, 3.5, 0];
    expect(found.map((one) => one.get('m0')?.value)).to.deep.equal(middles);
    expect(accounts.map((one) => observedHere(model, one, now).get('m0')?.value)).to.deep.equal(middles);
  });

  it('compares numbers as numbers, however the database writes them', async () => {
    const cases = [
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
    ] as const;
    const measures = cases.map(([, wanted], place) => [
      `m${place}`,
      { kind: 'count' as const, event: `use${place}`, where: { n: wanted }, within: '7d' },
    ]);
    const model = modelOf(Object.fromEntries(measures));
    const events = cases.map(([value], place) => ({ name: `use${place}`, at: recent, properties: { n: value } }));
    await engine().fill([{ id: 'a0', events }]);
    const [found = new Map()] = await observedBy(engine(), model, [{ id: 'a0', events }], now);
    const here = observedHere(model, { id: 'a0', events }, now);
    for (const [place, [value, wanted, times]] of cases.entries()) {
      const shown = `${JSON.stringify(value)} is ${JSON.stringify(wanted)}`;
      expect(found.get(`m${place}`)?.value, shown).to.equal(times);
      expect(here.get(`m${place}`)?.value, `${shown} here`).to.equal(times);
    }
  });

  it('begins a day at its first midnight where clocks go back over it, and at the jump where they skip it', async () => {
    for (const [zone, renewal] of [
      ['Atlantic/Azores', '2026-10-25'],
      ['America/Havana', '2026-11-01'],
      ['Asia/Beirut', '2026-10-25'],
      ['Asia/Beirut', '2026-03-29'],
      ['America/Santiago', '2026-09-06'],
      ['Pacific/Apia', '2011-12-30'],
      ['Europe/Berlin', '0001-01-01'],
    ] as const) {
      const model = modelOf({ m0: { kind: 'until', fact: 'renewal' } }, zone);
      const { inEngine, here } = await m0(engine(), model, { id: 'a0', facts: { renewal } }, now);
      expect(inEngine, `${renewal} in ${zone}`).to.equal(here);
    }
  });

  it('takes text for a date only where there is one', async () => {
    const days = ['2028-02-29', '2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'];
    const times = ['24:00Z', '23:59Z', '23:59:60Z', '23:59:59.9999999Z', '9:00Z', '09:00', '09:00Z\n'];
    const texts = [
      ...days,
      ...times.map((time) => `2026-11-20T${time}`),
      '0000-01-01',
      '9999-12-31',
      ' 2026-11-20',
      '',
    ];
    const model = modelOf({ m0: { kind: 'until', fact: 'renewal' } }, 'Europe/Berlin');
    const accounts = texts.map((renewal, index) => ({ id: `a${String(index).padStart(2, '0')}`, facts: { renewal } }));
    await engine().fill(accounts);
    const found = await observedBy(engine(), model, accounts, now);
    for (const [index, one] of accounts.entries())
      expect(found[index]?.get('m0')?.value, texts[index]).to.equal(observedHere(model, one, now).get('m0')?.value);
  });

  it('takes names and ids as values, never as text of the statement', async () => {
    const hostile = `x'); drop table accounts; --"\`\\`;
    const model = modelOf({
      m0: { kind: 'count', event: hostile, where: { [hostile]: hostile }, within: '7d' },
      m1: { kind: 'fact', name: hostile },
    });
    const one = {
      id: hostile,
      facts: { [hostile]: 7 },
      events: [{ name: hostile, at: recent, properties: { [hostile]: hostile } }],
    };
    await engine().fill([one]);
    const statement = compileObservations(model, engine().dialect, { now, accounts: [hostile] });
    const [row] = await engine().run(statement);
    if (!row) throw new Error('the account is there');
    expect(statement.accountOf(row)).to.equal(hostile);
    expect(statement.observationsOf(row).get('m0')?.value).to.equal(1);
    expect(statement.observationsOf(row).get('m1')?.value).to.equal(7);
    expect(await engine().run(compileObservations(model, engine().dialect, { now, accounts: [] }))).to.deep.equal([]);
  });

  it('is asked for text that the engine cannot hold without ending the statement', async () => {
    const nul = 'a\0b';
    const model = modelOf({
      m0: { kind: 'count', event: 'use', where: { [nul]: nul, k: [nul, 'v'] }, within: '7d' },
      m1: { kind: 'count', event: nul, within: '7d' },
      m2: { kind: 'fact', name: 'f', scale: { [nul]: 3, text: 4 } },
      m3: { kind: 'count', event: 'use', where: { k: [nul, 'v'] }, within: '7d' },
    });
    const one = { id: 'a0', facts: { f: 'text' }, events: [{ name: 'use', at: recent, properties: { k: 'v' } }] };
    await engine().fill([one]);
    const [found = new Map()] = await observedBy(engine(), model, [one], now);
    expectSame(found, observedHere(model, one, now), model);
  });

  if (subject.updates) {
    it('is read to the millisecond: what a database knows beyond it is cut off', async () => {
      const model = modelOf({
        m0: { kind: 'since' },
        m1: { kind: 'since', event: 'use' },
        m2: { kind: 'count', event: 'use', within: '7d' },
        m3: { kind: 'closed', event: 'use', within: '7d' },
        m4: { kind: 'response-time', event: 'use', within: '7d' },
        m5: { kind: 'open', event: 'use' },
        m6: { kind: 'fact', name: 'seats' },
      });
      const one = {
        id: 'a0',
        since: '1969-12-31T23:59:59.999Z',
        facts: { seats: [{ value: 1, at: ago(day) }, { value: 2, at: ago(0) }, { value: 3, at: ago(-1) }] }, // biome-ignore format: they are one list
        events: [0, 1, 1000, 7 * day, 7 * day + 1].map((ms) => ({ name: 'use', at: ago(ms + 5), until: ago(ms) })),
      };
      await engine().fill([one]);
      for (const column of ['accounts.since', 'facts.at', 'events.at', 'events.until']) {
        const [table = '', name = ''] = column.split('.');
        const text = `update ${table} set "${name}" = "${name}" + interval '999 microseconds'`;
        await engine().run({ text, values: [] });
      }
      const [found = new Map()] = await observedBy(engine(), model, [one], now);
      expectSame(found, readAccount(model, one, { now: new Date(now) }).observations, model);
    });
  }
});
