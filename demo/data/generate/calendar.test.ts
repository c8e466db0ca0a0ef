import { expect } from 'chai';
import { calendarFor, dateOf, dayOf, monthsAfter, rhythmOf } from './calendar.ts';

const day = (date: string) => dayOf(Date.parse(date));
const end = Date.parse('2026-11-14T09:00:00.000Z');

describe('the calendar', () => {
  it('adds months to the same day, or to the last one of a shorter month', () => {
    expect(dateOf(monthsAfter(day('2026-01-31'), 1))).to.equal('2026-02-28');
    expect(dateOf(monthsAfter(day('2024-01-31'), 1))).to.equal('2024-02-29');
    expect(dateOf(monthsAfter(day('2026-11-14'), 3))).to.equal('2027-02-14');
    expect(dateOf(monthsAfter(day('2026-03-31'), -1))).to.equal('2026-02-28');
  });

  it('begins the records 12 months before their end', () => {
    const calendar = calendarFor(7, end);
    expect([calendar.firstDay, calendar.lastDay].map(dateOf)).to.deep.equal(['2025-11-14', '2026-11-14']);
    expect(dateOf(calendarFor(7, Date.parse('2026-11-14')).lastDay)).to.equal('2026-11-13');
  });

  it('rests on weekends, and less where depots work on them', () => {
    const calendar = calendarFor(7, end);
    const share = (date: string, weekendShare: number) =>
      rhythmOf(calendar, weekendShare)[day(date) - calendar.firstDay];
    expect(share('2026-11-11', 0)).to.equal(1);
    expect(share('2026-11-08', 0)).to.equal(0.03);
    expect(share('2026-11-08', 0.5)).to.equal(0.44);
    expect(share('2026-11-07', 0.5)).to.equal(0.44);
    expect(share('2026-11-11', 0.5)).to.equal(1);
  });
});
