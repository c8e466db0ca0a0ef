import { shareOf } from '../share-of.ts';

/**
 * Breadth, 0…1: entitled users who were active in a window / entitled users. No authority: the definition is ours.
 * Null where either is unknown or nobody is entitled; refuses more active users than entitled ones.
 */
export function breadth(activeUsers: number | null, entitledUsers: number | null): number | null {
  return shareOf(['activeUsers', activeUsers], ['entitledUsers', entitledUsers]);
}
