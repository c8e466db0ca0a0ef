import { shareOf } from '../share-of.ts';

/**
 * Frequency, 0…1: days with activity / eligible days of a window. The caller says which days are eligible (all, or
 * working days) and counts activity on these only. No authority: the definition is ours.
 * Null where either is unknown or no day is eligible; refuses more active days than eligible ones.
 */
export function frequency(activeDays: number | null, eligibleDays: number | null): number | null {
  return shareOf(['activeDays', activeDays], ['eligibleDays', eligibleDays]);
}
