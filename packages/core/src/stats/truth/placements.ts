import { countBelow, countUpTo } from '../sorted-places.ts';
import { sum } from '../sum.ts';
import { sortedByOutcome } from './rows.ts';

/** For each checked row, the share of rows of the other outcome that its score is on the right side of; ties one half. */
export function placements(happened: readonly boolean[], scores: readonly number[]): Float64Array {
  const sorted = sortedByOutcome(happened, scores);
  return Float64Array.from(scores, (score, row) => {
    const others = happened[row] ? sorted.not : sorted.happened;
    const half = (countBelow(others, score) + countUpTo(others, score)) / 2;
    return (happened[row] ? half : others.length - half) / others.length;
  });
}

/**
 * The variance of the mean of placements, which is the AUC, by DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988)
 * 837; null where an outcome has only one row. Of differences between two placements of the same rows it is the
 * variance of the difference of two AUCs.
 */
export function delongVariance(happened: readonly boolean[], placed: Float64Array): number | null {
  const ofOutcome = (wanted: boolean): number | null => {
    const own = placed.filter((_, row) => happened[row] === wanted);
    const mean = sum(own) / own.length;
    return own.length > 1 ? sum(own.map((value) => (value - mean) ** 2)) / (own.length - 1) / own.length : null;
  };
  const [one, other] = [ofOutcome(true), ofOutcome(false)];
  return one === null || other === null ? null : one + other;
}
