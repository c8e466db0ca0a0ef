export const dayMs = 86_400_000;

/**
 * Days since 1970-01-01 of the first day of a month, counted in months since January of year 0 of the proleptic
 * Gregorian calendar: `firstOfMonth(1970 * 12)` is 0. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
export function firstOfMonth(months: number): number {
  // Years that begin in March end in their leap day.
  const year = Math.floor((months - 2) / 12);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * (months - 2 - 12 * year) + 2) / 5) - 719_468;
}

/** The month a day since 1970-01-01 lies in, counted in months since January of year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * dayMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The same day of the month so many months later, or the last day of a month that is too short. */
export function addMonths(day: number, months: number): number {
  const month = monthOf(day);
  const first = firstOfMonth(month + months);
  return Math.min(first + day - firstOfMonth(month), firstOfMonth(month + months + 1) - 1);
}
