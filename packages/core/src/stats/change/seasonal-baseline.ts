import { mustBe, mustBeEntries } from '../must-be.ts';
import { usualOf } from '../usual-of.ts';

/** A value of one calendar day, given in days since 1970-01-01 in the zone that is meant. */
export interface DayValue {
  readonly day: number;
  readonly value: number;
}

/** What is usual in one season, in the unit of the values. */
export interface Season {
  /** 1 (Monday) to 7 by weekday, 1 (January) to 12 by month. */
  readonly season: number;
  /** How many values it is made of. */
  readonly n: number;
  /** Their median; null where there are fewer than `least`. */
  readonly usual: number | null;
  /** The median distance from it × 1.4826, which is the standard deviation where values are normal; null with it. */
  readonly spread: number | null;
}

const seasonCount = { weekday: 7, month: 12 };

// 1970-01-01 was a Thursday.
const seasonOf = {
  weekday: (day: number) => ((((day + 3) % 7) + 7) % 7) + 1,
  month: (day: number) => new Date(day * 86_400_000).getUTCMonth() + 1,
};

/**
 * What is usual on each weekday, or in each month, by the days of a history: a quiet Sunday is no drop. Medians, so that
 * one odd day moves nothing. A season has an answer from `least` values on, 3 unless told. Every season is in the list,
 * in order; those of nothing are null.
 */
export function seasonalBaseline(history: readonly DayValue[], by: 'weekday' | 'month', least = 3): readonly Season[] {
  mustBeEntries(history, 'history', '{ day, value }');
  mustBe(by === 'weekday' || by === 'month', 'by', '"weekday" or "month"', by);
  mustBe(Number.isInteger(least) && least >= 1, 'least', 'a whole number of 1 or more', least);
  const held: number[][] = Array.from({ length: seasonCount[by] }, () => []);
  history.forEach(({ day, value }, index) => {
    mustBe(isDay(day), `history[${index}].day`, 'a whole number of days since 1970-01-01', day);
    mustBe(Number.isFinite(value), `history[${index}].value`, 'a finite number, with missing ones left out', value);
    held[seasonOf[by](day) - 1]?.push(value);
  });
  return held.map((values, place) => {
    const season = { season: place + 1, n: values.length };
    if (values.length < least) return { ...season, usual: null, spread: null };
    const { usual, halfSpread } = usualOf(values);
    return { ...season, usual, spread: 2 * halfSpread };
  });
}

/** The season of a baseline that a day, in days since 1970-01-01, falls in. */
export function seasonAt(baseline: readonly Season[], day: number): Season {
  mustBe(isDay(day), 'day', 'a whole number of days since 1970-01-01', day);
  const by = baseline.length === seasonCount.weekday ? 'weekday' : 'month';
  const season = baseline[seasonOf[by](day) - 1];
  mustBe(season !== undefined, 'baseline', 'a list of seasonalBaseline: 7 weekdays or 12 months', baseline);
  return season as Season;
}

/** Days that JavaScript has a date for. */
const isDay = (day: number): boolean => Number.isInteger(day) && Math.abs(day) <= 1e8;
