import { expect } from 'chai';
import fc from 'fast-check';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';
import { seasonAt, seasonalBaseline } from '../stats/change/seasonal-baseline.ts';
import { againstUsual } from './against-usual.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-14T09:00:00.000Z');
const users = { kind: 'count', event: 'use', within: '1d' } as const;
const usual = { kind: 'against-usual', of: 'users', every: '1w', before: 4 } as const;
/** Uses an hour before now and on the days before, the newest first. */
const daily = (...counts: number[]) =>
  counts.flatMap((count, ago) =>
    count === 0 ? [] : [{ name: 'use', at: new Date(now - 3_600_000 - ago * day).toISOString(), count }],
  );
/** The same on this weekday only, week by week. */
const weekly = (...counts: number[]) => daily(...counts.flatMap((count) => [count, 90, 90, 90, 90, 90, 90]));
const reading = (account: object, m: object = {}) => read({ users, m: { ...usual, ...m } }, account).m;

describe('against-usual', () => {
  it('is how far the measure is from the middle of the same weekdays before, as a share: 30 % below', () => {
    expect(reading({ events: weekly(7, 10, 9, 11, 10) })).to.deep.equal({
      value: -0.3,
      at: now,
      parts: { now: 7, usual: 10 },
    });
  });

  it('is not moved by one odd week before, such as a holiday', () => {
    expect(reading({ events: weekly(8, 10, 0, 10, 10) })?.value).to.equal(-0.2);
  });

  it('is in the unit of the measure where it is absolute, and in robust standard deviations where that is asked', () => {
    const events = weekly(16, 10, 8, 12, 10);
    expect(reading({ events }, { as: 'absolute' })?.value).to.equal(6);
    // Away from 10 by 0, 2, 2, 0: 1 in the middle.
    expect(reading({ events }, { as: 'deviations' })?.value).to.be.closeTo(6 / 1.4826, 1e-12);
    expect(reading({ events }, { as: 'deviations', leastDeviation: 3 })?.value).to.equal(2);
  });

  it('is missing where it would be divided by 0, and has an answer where a deviation has a least', () => {
    const events = weekly(5, 0, 0, 0, 0);
    expect(reading({ events })?.value).to.equal(null);
    expect(reading({ events }, { as: 'deviations' })?.value).to.equal(null);
    expect(reading({ events }, { as: 'deviations', leastDeviation: 1 })?.value).to.equal(5);
    expect(reading({ events }, { as: 'absolute' })?.value).to.equal(5);
  });

  it('is missing without enough history, never 0', () => {
    const events = weekly(10, 10, 10, 10, 10);
    const since = (at: string) => reading({ events, since: at })?.value;
    expect(since('2026-10-23T09:00:00.000Z')).to.equal(0);
    expect(since('2026-10-23T09:00:00.001Z')).to.equal(null);
    expect(reading({})?.value).to.equal(null);
    const seats = { seats: { kind: 'fact', name: 'seats' }, m: { ...usual, of: 'seats' } } as const;
    expect(read(seats, { facts: { seats: 10 } }).m?.value).to.equal(null);
  });

  it('is what the seasonal baseline of weekdays says of the same days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 36, maxLength: 36 }), (counts) => {
        const today = Math.floor(now / day);
        const past = counts.map((value, ago) => ({ day: today - ago, value })).slice(1);
        const { usual, spread } = seasonAt(
          seasonalBaseline(
            past.filter((one) => one.day >= today - 28),
            'weekday',
          ),
          today,
        );
        const read = reading({ events: daily(...counts) }, { as: 'deviations', leastDeviation: 0.01 });
        expect(read?.parts?.usual).to.equal(usual);
        const off = (counts[0] ?? 0) - (usual ?? 0);
        expect(read?.value).to.be.closeTo(off / Math.max(spread ?? 0, 0.01), 1e-9);
      }),
    );
  });

  it('goes by the season where it looks back by years', () => {
    const years = [0, 1, 2, 3].map((ago) => ({
      name: 'use',
      at: `${2026 - ago}-11-14T08:00:00.000Z`,
      count: ago === 0 ? 5 : 10,
    }));
    expect(reading({ events: years }, { every: '1y', before: 3 })?.value).to.equal(-0.5);
  });

  it('says what is and what is usual, and has the unit that goes with it', () => {
    expect(againstUsual.detail?.({ now: 7, usual: 10 }, String, usual)).to.equal('7, usually 10');
    const unit = (as?: 'absolute' | 'deviations') =>
      typeof againstUsual.unit === 'function' && againstUsual.unit({ ...usual, ...(as && { as }) }, () => 'days');
    expect([unit(), unit('absolute'), unit('deviations')]).to.deep.equal(['percent', 'days', 'number']);
  });

  it('is refused with fewer than three readings to go by, and with deviations of nothing', () => {
    expect(refusedMeasures({ users, m: { ...usual, before: 2 } })).to.deep.equal([
      'measures.m.before must be at least 3, not 2.',
    ]);
    expect(refusedMeasures({ users, m: { ...usual, leastDeviation: 0 } })).to.have.length(1);
  });
});
