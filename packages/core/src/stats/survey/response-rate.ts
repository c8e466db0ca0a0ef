import { shareOf } from '../share-of.ts';

/**
 * Response rate, 0…1: those who answered / those a survey or an outreach message was delivered to. What bounced was not
 * delivered. Each person counts once, however often reminded. No authority: the definition is ours. Null where either
 * is unknown or nobody was asked; refuses more answers than people asked.
 */
export function responseRate(responded: number | null, delivered: number | null): number | null {
  return shareOf(['responded', responded], ['delivered', delivered]);
}
