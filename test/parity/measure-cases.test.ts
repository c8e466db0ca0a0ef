import type { Account } from '@hale/core';
import { compileObservations } from '@hale/core/sql';
import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { expectSame, modelOf, observedBy, observedHere } from '../support/observed.ts';

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

  it('says of the pace of what is next to nothing the same: engines lose half of it where they take the middle', async () => {
    const again = { of: 'f', every: '1w', before: 4 } as const;
    const model = modelOf({
      f: { kind: 'fact', name: 'f' },
      m0: { kind: 'slope', of: 'f', weeks: 4, as: 'share' },
      m1: { kind: 'against-usual', ...again },
      m2: { kind: 'against-usual', ...again, as: 'deviations' },
      m3: { kind: 'cusum', ...again, last: 1, direction: 'up' },
    });
    const weeks = (values: readonly number[]) => ({
      f: values.map((value, ago_) => ({ value, at: ago((7 * ago_ + 1) * day) })),
    });
    const accounts = [
      [5e-324, 5e-324, 5e-324, 5e-324, 5e-324],
      [1e-320, 5e-324, 5e-324, -5e-324, -5e-324],
      [3e-310, 1e-310, 2e-310, 4e-310, 1e-310],
      [3e-90, 1e-90, 2e-90, 4e-90, 1e-90],
    ].map((values, index) => ({ id: `a${index}`, facts: weeks(values) }));
    await engine().fill(accounts);
    const found = await observedBy(engine(), model, accounts, now);
    accounts.forEach((one, place) => {
      expectSame(found[place] ?? new Map(), observedHere(model, one, now), model);
    });
    for (const one of found.slice(0, 3))
      expect(['m0', 'm1', 'm2', 'm3'].map((id) => one.get(id)?.value)).to.deep.equal([null, null, null, null]);
    for (const id of ['m0', 'm1', 'm2', 'm3']) expect(found[3]?.get(id)?.value, id).to.be.a('number');
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
});
