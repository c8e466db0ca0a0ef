import { expect } from 'chai';
import fc from 'fast-check';
import { addMonths, dayMs, firstOfMonth, monthOf } from './calendar.ts';

const dayOf = (date: string) => Date.parse(date) / dayMs;
const anyDay = fc.integer({ min: -800_000, max: 3_000_000 });

describe('firstOfMonth', () => {
  it('is the day the platform says, before year 1 and after 9999 as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 12_000 }), fc.nat(11), (year, month) => {
        expect(firstOfMonth(year * 12 + month) * dayMs).to.equal(new Date(0).setUTCFullYear(year, month, 1));
      }),
    );
  });

  it('begins the month that each of its days lies in', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(firstOfMonth(monthOf(day))).to.be.at.most(day);
        expect(firstOfMonth(monthOf(day) + 1)).to.be.above(day);
      }),
    );
  });
});

describe('addMonths', () => {
  it('keeps the day of the month, or takes the last of a month that is too short', () => {
    for (const [from, months, to] of [
      ['2026-03-31', -1, '2026-02-28'],
      ['2024-03-31', -1, '2024-02-29'],
      ['2024-02-29', 12, '2025-02-28'],
      ['2024-02-29', 48, '2028-02-29'],
      ['2000-02-29', -1200, '1900-02-28'],
      ['2026-11-15', 3, '2027-02-15'],
      ['0001-01-31', 1, '0001-02-28'],
    ] as const) {
      expect(addMonths(dayOf(from), months), `${from} ${months}`).to.equal(dayOf(to));
    }
  });
});
