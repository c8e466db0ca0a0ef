import { shareOf } from '../share-of.ts';

/**
 * Feature adoption rate, 0…1: eligible users (or accounts) who used a feature in a window / those who could have, for
 * their plan and role hold it. Using it once counts as using it unless the caller counts otherwise. No authority: the
 * definition is ours. Null where either is unknown or nobody is eligible; refuses more adopters than eligible ones.
 */
export function adoptionRate(adopters: number | null, eligible: number | null): number | null {
  return shareOf(['adopters', adopters], ['eligible', eligible]);
}
