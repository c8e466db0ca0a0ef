import { lacking, type Measured, measured } from './measured.ts';
import { countOutcomes, mustBeRows } from './rows.ts';
import { steps } from './steps.ts';

/**
 * The area under the ROC curve, 0…1: how likely a row in which it happened has a higher score than one in which it did
 * not, where equal scores count one half. 0.5 is what guessing gives. Counted exactly; the order of the rows changes no
 * bit. Hanley & McNeil, Radiology 143 (1982) 29.
 */
export function auc(happened: readonly boolean[], scores: readonly number[]): Measured<number> {
  mustBeRows(happened, scores);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  let twice = 0;
  let [positives, negatives] = [0, 0];
  for (const { truePositives, falsePositives } of steps(happened, scores)) {
    twice += (falsePositives - negatives) * (truePositives + positives);
    [positives, negatives] = [truePositives, falsePositives];
  }
  return measured(twice / 2 / (of.happened * of.not));
}
