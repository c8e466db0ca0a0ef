import { sum } from '../sum.ts';
import { lacking, type Measured, measured } from './measured.ts';
import { countOutcomes, mustBeProbable } from './rows.ts';

/**
 * The mean surprise of probabilities, in nats, lower is better: −ln p where it happened, −ln(1 − p) where it did not.
 * What was called certain and came otherwise would be an endless surprise; as in scikit-learn, probabilities are held
 * 2⁻⁵² away from 0 and 1, so that one row adds at most 36. Good, JRSS B 14 (1952) 107.
 */
export function logLoss(happened: readonly boolean[], probabilities: readonly number[]): Measured<number> {
  mustBeProbable(happened, probabilities);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const least = Number.EPSILON;
  const surprises = probabilities.map((p, row) => {
    const held = Math.min(1 - least, Math.max(least, p));
    return happened[row] ? -Math.log(held) : -Math.log1p(-held);
  });
  return measured(sum(surprises) / surprises.length);
}
