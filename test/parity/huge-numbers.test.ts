import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { expectSame, modelOf, observedBy, observedHere } from '../support/observed.ts';

/** Numbers at the ends of what a double holds: engines end a statement, or go on to infinity, where others do not. */

const recent = new Date(now - 1000).toISOString();

onEveryEngine('a measure of huge numbers', (subject) => {
  const engine = () => subject.engine;

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

  it('is the greatest that a double holds where it comes to that, and missing from half a step above', async () => {
    const model = modelOf({
      of: { kind: 'fact', name: 'of' },
      less: { kind: 'fact', name: 'less' },
      m0: { kind: 'difference', of: 'of', less: 'less' },
    });
    const [most, half] = [Number.MAX_VALUE, 2 ** 970];
    const pairs = [
      [0, -most],
      [0, most],
      [most, 0],
      [most, -5e-324],
      [most, -half / 2],
      [most, -half],
      [2 ** 1023, -(most - 2 ** 1023)],
      [2 ** 1023, -(most - 2 ** 1023 + half / 2)],
      [2 ** 1023, -(2 ** 1023)],
      [-(2 ** 1023 - half), 2 ** 1023 - half],
      [-most, most],
    ] as const;
    const all = pairs.map(([of, less], place) => ({ id: `a${place}`, facts: { of, less } }));
    await engine().fill(all);
    const found = await observedBy(engine(), model, all, now);
    for (const [place, [of, less]] of pairs.entries()) {
      const value = Number.isFinite(of - less) ? of - less : null;
      expect(found[place]?.get('m0')?.value, `${of} less ${less}`).to.equal(value);
    }
  });

  it('is the sum of what cancels out, whatever it came to on the way', async () => {
    const model = modelOf({
      m0: { kind: 'sum', event: 'use', of: 'amount', within: '7d' },
      m1: { kind: 'average', event: 'use', of: 'amount', within: '7d' },
      m2: { kind: 'open', event: 'pay', sum: 'amount' },
      m3: { kind: 'tags', event: 'use', of: 'tag', within: '7d', points: { a: 1e308, b: 1e308, c: -1.5e308 } },
      m4: { kind: 'tags', event: 'use', of: 'tag', within: '7d', points: { a: 2e9, b: 2e9, c: 0.25 } },
      m5: { kind: 'tags', event: 'use', of: 'tag', within: '7d', points: { a: 1e16, b: 1, c: -1e16 } },
    });
    const events = [1.7e308, 1.7e308, -1.7e308, -1.7e308].map((amount, place) => ({
      name: 'use',
      at: recent,
      properties: { amount, tag: ['a', 'b', 'c'][place] ?? 'd' },
    }));
    const one = { id: 'a0', events: [...events, ...events.map((event) => ({ ...event, name: 'pay' }))] };
    await engine().fill([one]);
    const [found = new Map()] = await observedBy(engine(), model, [one], now);
    expectSame(found, observedHere(model, one, now), model);
    const [m3, m4, m5] = ['m3', 'm4', 'm5'].map((id) => found.get(id)?.value);
    expect([found.get('m0')?.value, found.get('m1')?.value, found.get('m2')?.value]).to.deep.equal([0, 0, 0]);
    expect([m3, m4, m5]).to.deep.equal([5e307, 4e9 + 0.25, 1]);
  });

  it('is missing where what it counts is more than a double can hold', async () => {
    const model = modelOf({
      m0: { kind: 'count', event: 'use', within: '7d' },
      m1: { kind: 'average', event: 'use', of: 'amount', within: '7d' },
      m2: { kind: 'open', event: 'use', sum: 'amount' },
      m3: { kind: 'response-time', event: 'end', within: '7d', as: 'average' },
      m4: { kind: 'response-time', event: 'end', within: '7d' },
    });
    const often = { at: recent, count: 1e308, properties: { amount: 5e-324 } };
    const ended = { ...often, name: 'end', until: recent };
    const one = { id: 'a0', events: [{ ...often, name: 'use' }, { ...often, name: 'use' }, ended, ended] };
    await engine().fill([one]);
    const [found = new Map()] = await observedBy(engine(), model, [one], now);
    expectSame(found, observedHere(model, one, now), model);
    for (const id of Object.keys(model.measures)) expect(found.get(id), id).to.deep.equal({ value: null, at: null });
  });

  it('is the middle and the slope of values that lie further apart than a double can hold', async () => {
    const week = 7 * 86_400_000;
    const model = modelOf({
      m0: { kind: 'fact', name: 'f' },
      m1: { kind: 'slope', of: 'm0', weeks: 4 },
      m2: { kind: 'slope', of: 'm0', weeks: 4, as: 'share' },
      m3: { kind: 'against-usual', of: 'm0', every: '1w', before: 4, as: 'absolute' },
      m4: { kind: 'against-usual', of: 'm0', every: '1w', before: 4, as: 'deviations' },
    });
    const values = [
      [1e308, -1e308, 1e308, -1.7e308, 1.7e308],
      [1e308, 1e308, -1e308, 1.7e308, -1.7e308],
      [5, 1.7e308, 1.7e308, 1.7e308, 1.7e308],
    ];
    const accounts = values.map((all, place) => ({
      id: `a${place}`,
      facts: { f: all.map((value, weeks) => ({ value, at: new Date(now - weeks * week - 5).toISOString() })) },
    }));
    await engine().fill(accounts);
    const found = await observedBy(engine(), model, accounts, now);
    accounts.forEach((one, place) => {
      expectSame(found[place] ?? new Map(), observedHere(model, one, now), model);
    });
    expect(found[0]?.get('m1')?.value).to.be.closeTo(6.25e307, 1e295);
    expect(found[0]?.get('m3')?.value).to.equal(1e308);
  });
});
