import { type Random, randomFor } from './random.ts';

/** Milliseconds of a day. */
export const dayLength = 86_400_000;

/** Days are counted from 1970-01-01, in UTC. */
export const dayOf = (milliseconds: number) => Math.floor(milliseconds / dayLength);

/** Midnight, in milliseconds since 1970. */
export const startOf = (day: number) => day * dayLength;

/** `2026-11-14`. */
export const dateOf = (day: number) => new Date(startOf(day)).toISOString().slice(0, 10);

/** The same day of the month some months on, or the last one of a shorter month. */
export function monthsAfter(day: number, months: number): number {
  const date = new Date(startOf(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, lastOfMonth));
  return dayOf(date.getTime());
}

/** What happens to the simulated vendor itself, and so to all its customers at once. */
export interface Calendar {
  /** The first day of the records: 12 months before the end. */
  readonly firstDay: number;
  /** The instant the records end, in milliseconds; nothing is at or after it. */
  readonly end: number;
  /** The day that `end` falls on. */
  readonly lastDay: number;
  /** Days of two releases that went wrong: many tickets, slow answers, less use for two weeks. */
  readonly badReleases: readonly number[];
  /** From this day on renewals come at a markedly higher price. */
  readonly priceRise: number;
  /** Days that new features were released, in the order of the catalogue's launches. */
  readonly launches: readonly number[];
  /** What share of a usual day's work offices do on each day of the records, 0–1. */
  readonly office: Float64Array;
}

export function calendarFor(seed: number, end: number): Calendar {
  const random = randomFor(seed, 'calendar');
  const lastDay = dayOf(end - 1);
  const ago = (days: number, spread: number) => lastDay - days + random.whole(-spread, spread);
  const firstDay = monthsAfter(dayOf(end), -12);
  return {
    firstDay,
    end,
    lastDay,
    badReleases: [ago(265, 20), ago(100, 20)],
    priceRise: ago(230, 15),
    launches: [ago(285, 15), ago(120, 15)],
    office: Float64Array.from({ length: lastDay - firstDay + 1 }, (_, index) => officeShare(firstDay + index)),
  };
}

/** How far a bad release weighs on this day, 0–1. */
export function trouble(calendar: Calendar, day: number): number {
  return calendar.badReleases.some((release) => day >= release && day < release + 14) ? 1 : 0;
}

const bankHolidays = new Set(['01-01', '05-01', '12-24', '12-25', '12-26', '12-31']);

/** How much of its usual work an office does on this day, 0–1: weekends, holidays, the summer and the turn of the year. */
function officeShare(day: number): number {
  const monthDay = dateOf(day).slice(5);
  const weekday = weekdayOf(day);
  const ofWeek = weekday === 0 ? 0.03 : weekday === 6 ? 0.06 : weekday === 5 ? 0.88 : 1;
  const turnOfYear = monthDay >= '12-22' || monthDay <= '01-04';
  const summer = monthDay >= '07-20' && monthDay <= '08-25';
  return ofWeek * (turnOfYear ? 0.4 : summer ? 0.82 : 1) * (bankHolidays.has(monthDay) ? 0.1 : 1);
}

/** 0 is Sunday, 6 Saturday. */
const weekdayOf = (day: number) => (day + 4) % 7;

/** The share of a usual day's work done on each day of the records, where weekends see `weekendShare` of a Friday's. */
export function rhythmOf(calendar: Calendar, weekendShare: number): Float64Array {
  return Float64Array.from(calendar.office, (share, index) => {
    const sinceFriday = [2, 0, 0, 0, 0, 0, 1][weekdayOf(calendar.firstDay + index)] ?? 0;
    return Math.max(share, sinceFriday && (calendar.office[index - sinceFriday] ?? 0) * weekendShare);
  });
}

/** An instant within a day's working hours, to the minute. */
export function workingTime(day: number, random: Random): number {
  return startOf(day) + random.whole(6 * 60, 18 * 60) * 60_000;
}
