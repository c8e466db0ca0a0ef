import { addMonths, dayMs, firstOfMonth, monthOf } from '../schema/calendar.ts';
import { dayOf, startOfDay } from '../schema/time.ts';
import { mustBe } from '../stats/must-be.ts';

/** From when to when, in milliseconds, both included, how often, and in which time zone; UTC when null or absent. */
export interface CutOffRange {
  readonly from: number;
  readonly to: number;
  readonly every: 'week' | 'month';
  readonly zone?: string | null;
}

/** The beginnings of weeks (Mondays) or months within a range: days as of which accounts are looked at, in milliseconds. */
export function cutOffs({ from, to, every, zone = null }: CutOffRange): readonly number[] {
  mustBe(isInstant(from), 'from', 'an instant in milliseconds', from);
  mustBe(isInstant(to), 'to', 'an instant in milliseconds', to);
  mustBe(every === 'week' || every === 'month', 'every', '"week" or "month"', every);
  mustBe((to - from) / dayMs < 40_000, 'to', 'within a hundred years of from', to);
  const found: number[] = [];
  // 1970-01-01 was a Thursday.
  const first =
    every === 'week' ? Math.floor((dayOf(from, zone) + 3) / 7) * 7 - 3 : firstOfMonth(monthOf(dayOf(from, zone)));
  for (let step = 0; ; step++) {
    const at = startOfDay(every === 'week' ? first + 7 * step : addMonths(first, step), zone);
    if (at > to) return found;
    if (at >= from) found.push(at);
  }
}

const isInstant = (ms: number): boolean => Number.isFinite(ms) && Math.abs(ms) <= 8.64e15;
