import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { type DayValue, seasonAt, seasonalBaseline } from './seasonal-baseline.ts';

/** 2026-11-16, a Monday. */
const monday = Date.UTC(2026, 10, 16) / 86_400_000;
const weeks: DayValue[] = Array.from({ length: 28 }, (_, past) => ({
  day: monday - 28 + past,
  value: past % 7 > 4 ? 2 : 40 + Math.floor(past / 7),
}));

describe('seasonalBaseline', () => {
  it('knows a quiet weekend from a drop', () => {
    const baseline = seasonalBaseline(weeks, 'weekday');
    expect(seasonAt(baseline, monday)).to.deep.equal({ season: 1, n: 4, usual: 41.5, spread: 1.4826 });
    expect(seasonAt(baseline, monday + 6)).to.deep.equal({ season: 7, n: 4, usual: 2, spread: 0 });
    expect(seasonAt(baseline, monday - 1).season).to.equal(7);
  });

  it('goes by the months of the calendar, before 1970 too', () => {
    const years = Array.from({ length: 1500 }, (_, past) => ({ day: monday - past, value: past }));
    const baseline = seasonalBaseline(years, 'month');
    expect(baseline.map(({ season }) => season)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(seasonAt(baseline, monday)).to.deep.include({ season: 11 });
    expect(baseline[1]?.n).to.equal(28 + 28 + 29 + 28);
    expect(seasonAt(seasonalBaseline([], 'month'), -1).season).to.equal(12);
    expect(seasonAt(seasonalBaseline([], 'weekday'), -4).season).to.equal(7);
  });

  it('says nothing from less than it was told to have', () => {
    expect(seasonalBaseline(weeks, 'weekday', 5)[0]).to.deep.equal({ season: 1, n: 4, usual: null, spread: null });
    expect(seasonalBaseline([], 'weekday')).to.have.length(7);
  });

  it('is moved by one odd day by no more than to the next value, and not by the order of days', () => {
    const odd = weeks.map((one) => (one.day === monday - 7 ? { ...one, value: 9999 } : one));
    expect(seasonalBaseline(odd, 'weekday')[0]?.usual).to.equal(41.5);
    fc.assert(
      fc.property(fc.array(fc.record({ day: fc.integer(), value: fc.integer() })), (history) => {
        const held = history.map(({ day, value }) => ({ day: day % 1000, value }));
        expect(seasonalBaseline(held.toReversed(), 'month', 1)).to.deep.equal(seasonalBaseline(held, 'month', 1));
      }),
    );
  });

  it('refuses days and values that are none', () => {
    expect(refusals(() => seasonalBaseline([{ day: 0.5, value: 1 }], 'weekday'))).to.deep.equal([
      'history[0].day must be a whole number of days since 1970-01-01; given 0.5.',
    ]);
    expect(refusals(() => seasonalBaseline([{ day: 1, value: Number.NaN }], 'weekday'))[0]).to.match(
      /^history\[0\]\.value/,
    );
    expect(refusals(() => seasonAt([], 1))[0]).to.match(/^baseline must be a list of seasonalBaseline/);
  });
});
