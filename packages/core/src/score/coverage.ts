import { sum } from '../methods/method.ts';
import { toDecimals } from '../stats/decimals.ts';

/** Coverage is compared with its minimum to this tolerance, so that 0.1 + 0.2 + 0.2 meets 0.5. */
export const tolerance = 1e-12;

/** Share of the weight that was observed, from the weights of what was. */
export const coverageOf = (seen: readonly number[]): number => Math.min(1, toDecimals(sum(seen)));

/** Why there is no score; null when there is one. */
export function reasonFor(
  seen: readonly number[],
  minimum: number,
  anyCounts: boolean,
): 'no-data' | 'low-coverage' | null {
  const coverage = coverageOf(seen);
  if (coverage === 0 || !anyCounts) return 'no-data';
  return coverage < minimum - tolerance ? 'low-coverage' : null;
}
