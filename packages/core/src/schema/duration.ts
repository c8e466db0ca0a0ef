import * as z from 'zod/mini';
import { addMonths, dayMs } from './calendar.ts';
import { made } from './made.ts';
import { atLocal, offsetAt } from './zone.ts';

interface Unit {
  readonly noun: string;
  /** The mean of the Gregorian calendar where lengths differ. */
  readonly ms: number;
  /** Calendar months; 0 where the unit is not made of them. */
  readonly months: number;
}

/** By the last letter, which tells them apart. */
const units: Readonly<Record<string, Unit>> = {
  h: { noun: 'hour', ms: dayMs / 24, months: 0 },
  d: { noun: 'day', ms: dayMs, months: 0 },
  w: { noun: 'week', ms: 7 * dayMs, months: 0 },
  o: { noun: 'month', ms: 30.436875 * dayMs, months: 1 },
  y: { noun: 'year', ms: 365.2425 * dayMs, months: 12 },
};

// The schema lets no other letter through.
const unitOf = (duration: string): Unit => units[duration.slice(-1)] as Unit;
const countOf = (duration: string): number => Number.parseInt(duration, 10);

export const lengthOfTime = 'a length of time such as 36h, 30d, 12w, 3mo (months) or 1y';

export const durationPattern = /^[1-9]\d{0,3}(h|d|w|mo|y)$/;

/** A length of time: `36h`, `30d`, `12w`, `3mo`, `1y`. At most 9,999 of a unit. */
export const duration = /* @__PURE__ */ made(() =>
  z.string(lengthOfTime).check(z.regex(durationPattern, lengthOfTime)),
);

/**
 * Milliseconds of a duration that has been parsed: `toMs('2w')` is 1,209,600,000. A month is 30.436875 days and a year
 * 365.2425, their means; for the instant so long ago, `ago` goes by the calendar.
 */
export function toMs(duration: string): number {
  return countOf(duration) * unitOf(duration).ms;
}

/** A duration in words: `30d` is "30 days", `1mo` is "1 month". */
export function inWords(duration: string): string {
  const count = countOf(duration);
  return `${count} ${unitOf(duration).noun}${count === 1 ? '' : 's'}`;
}

/**
 * The instant a duration before `ms`. Hours are exact. Days, weeks, months and years lead to the same local time on the
 * day so many calendar days or months earlier in the zone (in UTC when null), or on the last day of a month that is too
 * short: 31 March less `1mo` is 28 or 29 February. A local time that clocks jumped over moves forward by as much as
 * they did; one that exists twice is the earlier. So a later `ms` may, around such times, lead to an earlier instant,
 * and never to one after `ms`.
 */
export const ago = (ms: number, duration: string, zone: string | null): number => move(ms, duration, zone, -1);

/** The instant a duration after `ms`, by the rules of `ago`. */
export const later = (ms: number, duration: string, zone: string | null): number => move(ms, duration, zone, 1);

function move(ms: number, duration: string, zone: string | null, sign: number): number {
  const unit = unitOf(duration);
  const by = sign * countOf(duration);
  if (unit.ms < dayMs) return ms + by * unit.ms;
  const local = ms + offsetAt(ms, zone);
  if (unit.months === 0) return atLocal(local + by * unit.ms, zone);
  const day = Math.floor(local / dayMs);
  return atLocal(local + (addMonths(day, by * unit.months) - day) * dayMs, zone);
}
