const day = 86_400_000;
const whole = new Intl.NumberFormat('en');
const dates = {
  short: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }),
};

/** A whole number with separators: `1,240`. */
export const count = (value: number): string => whole.format(value);

/** A share 0–1 as `92%`. */
export const share = (value: number): string => `${Math.round(value * 100)}%`;

/** A number of tenths as `18.9`, with a true minus. */
export const tenths = (value: number): string => (value / 10).toFixed(1).replace('-', '−');

/** `1 seat`, `2 seats`. */
export const counted = (n: number, one: string, other = `${one}s`): string => `${count(n)} ${n === 1 ? one : other}`;

/** Whole days from `now` (an instant) to a date `YYYY-MM-DD`, as reports count them: those that are left in full. Negative once it has passed. */
function daysUntil(date: string, now: string): number {
  return Math.trunc((Date.parse(date) - Date.parse(now)) / day);
}

/** `in 9 days`, `tomorrow`, `today`, `2 days ago`: how far a date is. */
export function untilDate(date: string, now: string): string {
  const days = daysUntil(date, now);
  if (days !== 0) return days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`;
  // Less than a day is left, or gone.
  const isSame = date === now.slice(0, 10);
  return isSame ? 'today' : Date.parse(date) > Date.parse(now) ? 'tomorrow' : 'yesterday';
}

/** `31 Jan`, with the year when it is more than eleven months from `now`. */
export function dateNear(date: string, now: string): string {
  const at = Date.parse(date);
  return Math.abs(at - Date.parse(now)) > 335 * day ? dates.long.format(at) : dates.short.format(at);
}

/** `14 Nov, 09:00 UTC`, with the year where it is long ago. */
export function moment(instant: string): string {
  return `${dateNear(instant, new Date().toISOString())}, ${dates.time.format(Date.parse(instant))} UTC`;
}
