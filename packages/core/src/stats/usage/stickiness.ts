import { mean } from '../mean.ts';
import { mustBe } from '../must-be.ts';
import { mustBeAmount, ratioOf, shareOf } from '../share-of.ts';

/**
 * Stickiness, 0…1: mean daily active users over the days of a window / users active in the whole window (DAU / MAU).
 * 0.5 says that a user of the month comes on every second day. A weekly product passes its weeks instead (WAU / MAU).
 * Every day of the window is listed: a day without users is 0, a day that is unknown is null and left out of the mean.
 * Made common by Facebook; no standard. Null where the window's users are 0 or unknown, or all days are unknown;
 * refuses a day with more users than the window it lies in.
 */
export function stickiness(activeByDay: readonly (number | null)[], activeInWindow: number | null): number | null {
  mustBe(Array.isArray(activeByDay), 'activeByDay', 'a list of counts', activeByDay);
  mustBeAmount(activeInWindow, 'activeInWindow');
  activeByDay.forEach((day, index) => {
    shareOf([`activeByDay[${index}]`, day], ['activeInWindow', activeInWindow]);
  });
  const average = mean(activeByDay.filter((day) => day !== null));
  return ratioOf(['the mean of activeByDay', average], ['activeInWindow', activeInWindow]);
}
