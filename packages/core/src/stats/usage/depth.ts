import { shareOf } from '../share-of.ts';

/**
 * Depth, 0…1: key features used in a window / key features of the plan. No authority: the definition is ours.
 * Null where either is unknown or there is no key feature; refuses more used than there are.
 */
export function depth(usedFeatures: number | null, keyFeatures: number | null): number | null {
  return shareOf(['usedFeatures', usedFeatures], ['keyFeatures', keyFeatures]);
}
