import { expect } from 'chai';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';

/** Uses by the end of each week, the newest first; null is a week that nobody recorded anything in. */
const weekly = (...counts: number[]) => ({
  events: counts.flatMap((count, week) =>
    count
      ? [{ name: 'use', at: new Date(Date.parse('2026-11-13T00:00Z') - week * 604_800_000).toISOString(), count }]
      : [],
  ),
});
const uses = { kind: 'count', event: 'use', within: '7d' } as const;
const steady = { kind: 'streak', of: 'uses', every: '1w', most: 8, gte: 85 } as const;
const reading = (account: object, m: object = steady) => read({ uses, m: { ...steady, ...m } }, account).m;

describe('streak', () => {
  it('is for how many weeks in a row, up to now, the measure has met the threshold', () => {
    expect(reading(weekly(90, 85, 86, 84, 99))).to.deep.equal({
      value: 3,
      at: Date.parse('2026-11-14T09:00:00.000Z'),
      parts: { now: 90 },
    });
    expect(reading(weekly(84, 99, 99))?.value).to.equal(0);
  });

  it('is never more than the most', () => {
    expect(reading(weekly(...Array(20).fill(90)))?.value).to.equal(8);
  });

  it('takes each limit by its name, and all of them at once', () => {
    const of = (limits: object) =>
      read(
        { uses, m: { kind: 'streak', of: 'uses', every: '1w', most: 8, ...limits } as typeof steady },
        weekly(2, 3, 2, 4),
      ).m?.value;
    expect(of({ lt: 3 })).to.equal(1);
    expect(of({ lte: 3 })).to.equal(3);
    expect(of({ gt: 2 })).to.equal(0);
    expect(of({ gt: 1, lt: 4 })).to.equal(3);
  });

  it('ends where the value is unknown, and where the account began', () => {
    const seats = { seats: { kind: 'fact', name: 'seats' }, m: { ...steady, of: 'seats' } } as const;
    const facts = { seats: [{ value: 90, at: '2026-10-24T09:00:00.000Z' }] };
    expect(read(seats, { facts }).m?.value).to.equal(4);
    expect(read(seats, { facts, since: '2026-10-31T09:00:00.000Z' }).m?.value).to.equal(3);
    expect(read(seats, { facts, since: '2026-10-31T09:00:00.001Z' }).m?.value).to.equal(2);
  });

  it('does not take what nobody dated for what has always been so', () => {
    const seats = { seats: { kind: 'fact', name: 'seats' }, m: { ...steady, of: 'seats' } } as const;
    expect(read(seats, { facts: { seats: 100 } }).m?.value).to.equal(1);
    const values = [{ value: 100 }, { value: 95, at: '2026-11-07T09:00:00.000Z' }];
    expect(read(seats, { facts: { seats: values } }).m?.value).to.equal(2);
  });

  it('ends with a window that reaches to before the account began', () => {
    const account = (since: string) => ({ ...weekly(90, 90, 90, 90), since });
    expect(reading(account('2026-10-24T09:00:00.000Z'))?.value).to.equal(3);
    expect(reading(account('2026-10-24T09:00:00.001Z'))?.value).to.equal(2);
    expect(reading(account('2026-11-12T00:00:00.000Z'))?.value).to.equal(1);
  });

  it('goes back by the calendar: a month before 31 March is the end of February', () => {
    const m = { ...steady, of: 'seats', every: '1mo' } as const;
    const values = [
      { value: 10, at: '2026-01-01T00:00:00.000Z' },
      { value: 90, at: '2026-01-31T12:00:00.000Z' },
    ];
    const value = read(
      { seats: { kind: 'fact', name: 'seats' }, m },
      { facts: { seats: values } },
      '2026-03-31T12:00:00.000Z',
    ).m?.value;
    expect(value).to.equal(3);
  });

  it('is missing when the value now is unknown', () => {
    expect(reading({})?.value).to.equal(null);
  });

  it('is refused without a limit, and with limits that no number meets', () => {
    const { gte, ...none } = steady;
    const message = ['measures.m must have lt, lte, gt or gte, and no two that no number meets at once.'];
    for (const limits of [{}, { gt: 3, lt: 3 }, { gte: 3, lt: 3 }, { gte: 4, lte: 3 }]) {
      expect(refusedMeasures({ uses, m: { ...none, ...limits } }), JSON.stringify(limits)).to.deep.equal(message);
    }
    expect(gte).to.equal(85);
    expect(refusedMeasures({ uses, m: { ...steady, most: 367 } })).to.deep.equal([
      'measures.m.most must be at most 366, not 367.',
    ]);
  });
});
