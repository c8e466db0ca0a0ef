import { sum } from '../sum.ts';
import { lacking, type Measured, measured } from './measured.ts';
import { countOutcomes, mustBeProbable } from './rows.ts';

/**
 * The Brier score of probabilities, 0…1, lower is better: the mean of (p − y)², y = 1 where it happened. Brier, Monthly
 * Weather Review 78 (1950) 1.
 */
export function brier(happened: readonly boolean[], probabilities: readonly number[]): Measured<number> {
  mustBeProbable(happened, probabilities);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  return measured(sum(probabilities.map((p, row) => (p - Number(happened[row])) ** 2)) / probabilities.length);
}
