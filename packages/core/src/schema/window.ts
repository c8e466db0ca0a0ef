import * as z from 'zod/mini';
import { firstOfMonth, monthOf } from './calendar.ts';
import { ago, durationPattern, inWords, lengthOfTime } from './duration.ts';
import { made } from './made.ts';
import { dayOf, startOfDay } from './zone.ts';

const calendarPattern = /^(this|last)-(day|week|month|quarter|year)$/;

/**
 * A stretch of time to look at: a duration that ends now (`30d`, `3mo`), the calendar day, week, month, quarter or year
 * from its start until now (`this-month`), or the whole one before it (`last-month`). Weeks begin on Monday (ISO 8601).
 */
export const window = /* @__PURE__ */ made(() => {
  const such = `${lengthOfTime}, or a calendar window such as this-month or last-quarter`;
  return z.string(such).check(z.regex(new RegExp(`${durationPattern.source}|${calendarPattern.source}`), such));
});

const isCalendar = (window: string) => window.includes('-');

/** A window seen from `now`, as the instants `[from, to)` in milliseconds. Days are those of the zone, of UTC when null. */
export function windowAt(window: string, now: number, zone: string | null): { from: number; to: number } {
  if (!isCalendar(window)) return { from: ago(now, window, zone), to: now };
  const [which, unit = ''] = window.split('-');
  const today = dayOf(now, zone);
  const start = (back: number) => startOfDay(firstDay(unit, today, back), zone);
  return which === 'this' ? { from: start(0), to: now } : { from: start(1), to: start(0) };
}

const unitMonths: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the calendar unit `back` before the one that a day lies in. */
function firstDay(unit: string, day: number, back: number): number {
  const months = unitMonths[unit];
  if (months) return firstOfMonth((Math.floor(monthOf(day) / months) - back) * months);
  // 1970-01-01 was a Thursday.
  return unit === 'week' ? (Math.floor((day + 3) / 7) - back) * 7 - 3 : day - back;
}

/** A window in words that say when: "in the last 30 days", "this month", "yesterday". */
export function windowInWords(window: string): string {
  if (window === 'this-day') return 'today';
  if (window === 'last-day') return 'yesterday';
  return isCalendar(window) ? window.replace('-', ' ') : `in the last ${inWords(window).replace(/^1 /, '')}`;
}
