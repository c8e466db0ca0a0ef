import { shareOf } from '../share-of.ts';

/**
 * Training completion, 0…1: courses completed / courses people were enrolled in, each enrolment counted once and the
 * withdrawn left out of both. No authority: the definition is ours.
 * Null where either is unknown or nobody was enrolled; refuses more completed than enrolled.
 */
export function trainingCompletion(completed: number | null, enrolled: number | null): number | null {
  return shareOf(['completed', completed], ['enrolled', enrolled]);
}
