import { expect } from 'chai';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';
import { slope } from './slope.ts';

const weekMs = 604_800_000;
const users = { kind: 'count', event: 'use', within: '7d' } as const;
const trend = { kind: 'slope', of: 'users', weeks: 6 } as const;
/** Uses in each week, the newest first. */
const weekly = (...counts: number[]) =>
  counts.map((count, week) => ({
    name: 'use',
    at: new Date(Date.parse('2026-11-13T00:00Z') - week * weekMs).toISOString(),
    count,
  }));
const reading = (account: object, m: object = {}) => read({ users, m: { ...trend, ...m } }, account).m;

describe('slope', () => {
  it('is how much the measure rises each week', () => {
    expect(reading({ events: weekly(60, 58, 56, 54, 52, 50, 1000) })).to.deep.equal({
      value: 2,
      at: Date.parse('2026-11-14T09:00:00.000Z'),
      parts: { weekly: 2, known: 6 },
    });
  });

  it('is not bent by one odd week, such as a holiday', () => {
    expect(reading({ events: weekly(60, 58, 1, 54, 52, 50) })?.value).to.equal(2);
  });

  it('as a share is of the middle size of the values: −5 % a week', () => {
    const events = weekly(75, 80, 85, 90, 95, 100);
    expect(reading({ events }, { as: 'share' })?.value).to.be.closeTo(-5 / 87.5, 1e-12);
    expect(reading({ events: [] }, { as: 'share' })?.value).to.equal(null);
    expect(reading({ events: [] })?.value).to.equal(0);
  });

  it('as a share of next to nothing is missing, for what is left of that is rounding', () => {
    const share = { kind: 'slope', of: 'seats', weeks: 4, as: 'share' } as const;
    const of = (value: number) =>
      read(
        { seats: { kind: 'fact', name: 'seats' }, m: share },
        { facts: { seats: { value, at: '2026-01-01T00:00:00.000Z' } } },
      ).m;
    expect([5e-324, -1e-310, 1e-80].map((value) => of(value)?.value)).to.deep.equal([null, null, 0]);
  });

  it('does not count weeks whose window reaches to before the account began', () => {
    const events = weekly(60, 58, 56);
    expect(reading({ events, since: '2026-10-24T09:00:00.000Z' })).to.deep.include({
      value: 2,
      parts: { weekly: 2, known: 3 },
    });
    expect(reading({ events, since: '2026-10-24T09:00:00.001Z' })?.value).to.equal(null);
  });

  it('does not count earlier values that nobody dated', () => {
    const measures = { seats: { kind: 'fact', name: 'seats' }, m: { kind: 'slope', of: 'seats', weeks: 4 } } as const;
    expect(read(measures, { facts: { seats: 100 } }).m?.value).to.equal(null);
    const dated = { value: 100, at: '2026-10-31T09:00:00.000Z' };
    const { m } = read(measures, { facts: { seats: [{ value: 7 }, dated] } });
    expect(m).to.deep.include({ value: 0 });
    expect(m?.parts?.known).to.equal(3);
  });

  it('is missing unless half of the values, and three, are known', () => {
    const seats = (weeks: number, from: string) =>
      read(
        { seats: { kind: 'fact', name: 'seats' }, m: { kind: 'slope', of: 'seats', weeks } },
        { facts: { seats: [{ value: 50, at: from }] } },
      ).m?.value;
    expect(seats(7, '2026-10-24T09:00:00.000Z')).to.equal(0);
    expect(seats(7, '2026-10-31T09:00:00.000Z')).to.equal(null);
    expect(seats(3, '2026-10-31T09:00:00.000Z')).to.equal(0);
    expect(seats(3, '2026-11-07T09:00:00.000Z')).to.equal(null);
    expect(reading({})?.value).to.equal(null);
  });

  it('is as old as the newest value it knows', () => {
    const at = '2026-10-01T00:00:00.000Z';
    const measures = { seats: { kind: 'fact', name: 'seats' }, m: { kind: 'slope', of: 'seats', weeks: 3 } } as const;
    expect(read(measures, { facts: { seats: { value: 50, at } } }).m?.at).to.equal(Date.parse(at));
  });

  it('says how fast it goes which way, whatever the weeks at its ends', () => {
    const said = (weekly: number) => slope.detail?.({ weekly, known: 6 }, String, trend);
    expect(said(2)).to.equal('rising 2 a week, 6 weekly values');
    expect(said(-10)).to.equal('falling 10 a week, 6 weekly values');
    expect(said(0)).to.equal('steady, 6 weekly values');
  });

  it('is refused over fewer than 3 weeks, and over more than 104', () => {
    expect(refusedMeasures({ users, m: { ...trend, weeks: 2 } })).to.deep.equal([
      'measures.m.weeks must be at least 3, not 2.',
    ]);
    expect(refusedMeasures({ users, m: { ...trend, weeks: 105 } })).to.deep.equal([
      'measures.m.weeks must be at most 104, not 105.',
    ]);
  });
});
