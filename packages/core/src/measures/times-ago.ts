import { ago } from '../schema/time.ts';

/**
 * The instant so many times a duration before `now`, by the calendar from `now` itself: two times `1mo` before 31 March
 * is 31 January. `now` for 0 times.
 */
export const timesAgo = (now: number, every: string, times: number, zone: string | null): number =>
  times
    ? ago(
        now,
        every.replace(/^\d+/, (count) => String(Number(count) * times)),
        zone,
      )
    : now;
