import { expect } from 'chai';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');

/** Invoices of the last 30 days, or ratings and the like, with these amounts. */
const withAmounts = (...amounts: readonly unknown[]) => ({
  events: amounts.map((amount) => ({ name: 'invoice', at: '2026-11-10T00:00:00.000Z', properties: { amount } })),
});
const counted = (...pairs: readonly (readonly [amount: number, count: number])[]) => ({
  events: pairs.map(([amount, count]) => ({
    name: 'invoice',
    at: '2026-11-10T00:00:00.000Z',
    count,
    properties: { amount },
  })),
});
const of = (kind: 'sum' | 'average' | 'median') =>
  ({ m: { kind, event: 'invoice', of: 'amount', within: '30d' } }) as const;

describe('sum', () => {
  it('adds up what was invoiced, each row as often as its count says', () => {
    expect(read(of('sum'), withAmounts(1200, 800.5, -200)).m).to.deep.equal({ value: 1800.5, at: now });
    expect(read(of('sum'), counted([100, 3], [50, 1])).m?.value).to.equal(350);
  });

  it('is 0 where nothing was invoiced, and missing where no one knows how much', () => {
    expect(read(of('sum'), { events: [] }).m?.value).to.equal(0);
    expect(read(of('sum'), withAmounts(null, null)).m?.value).to.equal(null);
    expect(read(of('sum'), withAmounts('1200', true, 'NaN')).m?.value).to.equal(null);
    expect(read(of('sum'), {}).m?.value).to.equal(null);
    expect(read(of('sum'), { tracked: ['use'], ...withAmounts(5) }).m?.value).to.equal(null);
  });

  it('passes over what is no number', () => {
    expect(read(of('sum'), withAmounts(5, '12', true, null, 7)).m?.value).to.equal(12);
  });

  it('is missing, not infinite, where a double cannot hold it', () => {
    expect(read(of('sum'), withAmounts(1e308, 1e308)).m).to.deep.equal({ value: null, at: null });
    expect(read(of('sum'), counted([1e308, 30])).m?.value).to.equal(null);
  });

  it('is the same to the last bit in whatever order the events are listed', () => {
    const amounts = [0.1, 0.2, 0.3, 1e16, -1e16, 0.7];
    expect(read(of('sum'), withAmounts(...amounts)).m).to.deep.equal(
      read(of('sum'), withAmounts(...amounts.toReversed())).m,
    );
  });

  it('sees the window from its start to now, and only what is asked for', () => {
    const at = (at: string, more = {}) => ({ name: 'invoice', at, properties: { amount: 1, ...more } });
    const events = [
      at('2026-10-15T08:59:59.999Z'),
      at('2026-10-15T09:00:00.000Z'),
      at('2026-11-14T08:59:59.999Z', { paid: true }),
      at('2026-11-14T09:00:00.000Z'),
      at('2027-01-01T00:00:00.000Z'),
    ];
    expect(read(of('sum'), { events }).m?.value).to.equal(2);
    expect(read({ m: { ...of('sum').m, where: { paid: true } } }, { events }).m?.value).to.equal(1);
    expect(read({ m: { ...of('sum').m, within: 'last-month' } }, { events }).m?.value).to.equal(2);
  });
});

describe('average', () => {
  it('is that of the answers to a survey, with how many there were', () => {
    expect(read(of('average'), withAmounts(5, 4, 3, 'no answer')).m).to.deep.equal({
      value: 4,
      at: now,
      parts: { n: 3 },
    });
    expect(read(of('average'), counted([5, 3], [1, 1])).m).to.deep.equal({ value: 4, at: now, parts: { n: 4 } });
  });

  it('is missing where nobody answered, nobody records it, or it overflows', () => {
    for (const account of [{ events: [] }, withAmounts('5'), {}, withAmounts(1e308, 1e308)]) {
      expect(read(of('average'), account).m).to.deep.equal({ value: null, at: null });
    }
  });

  it('of equal amounts is that amount, to the last bit', () => {
    for (const amount of [0.1, 4.35, -0.7, 1e-320]) {
      expect(read(of('average'), withAmounts(amount, amount, amount)).m?.value).to.equal(amount);
    }
  });
});

describe('median', () => {
  it('is the middle, or halfway between the two in the middle', () => {
    expect(read(of('median'), withAmounts(90, 10, 20)).m).to.deep.equal({ value: 20, at: now, parts: { n: 3 } });
    expect(read(of('median'), withAmounts(90, 10, 20, 30)).m?.value).to.equal(25);
    expect(read(of('median'), withAmounts(7)).m?.value).to.equal(7);
    expect(read(of('median'), withAmounts(-1e308, 1e308, 1e308, 1e308)).m?.value).to.equal(1e308);
  });

  it('takes an event that stands for three as three', () => {
    expect(read(of('median'), counted([1, 3], [5, 1], [9, 1])).m).to.deep.equal({ value: 1, at: now, parts: { n: 5 } });
    expect(read(of('median'), counted([1, 2], [5, 1], [9, 1])).m?.value).to.equal(3);
    expect(read(of('median'), counted([1, 1], [1, 1], [5, 1], [9, 1])).m?.value).to.equal(3);
  });

  it('with counts that are not whole, meets half but for rounding', () => {
    expect(read(of('median'), counted([1, 0.1], [2, 0.2], [5, 0.3])).m?.value).to.equal(3.5);
  });

  it('is missing where there is no number', () => {
    for (const account of [{ events: [] }, withAmounts('5'), {}]) {
      expect(read(of('median'), account).m).to.deep.equal({ value: null, at: null });
    }
  });
});

describe('a measure of amounts', () => {
  it('is refused for users, whose names are no numbers', () => {
    expect(refusedMeasures({ m: { kind: 'average', event: 'use', of: 'user', within: '30d' } })).to.deep.equal([
      'measures.m.of must name a property that holds numbers, not "user", which names who did it: to count users, write kind "distinct".',
    ]);
  });
});
