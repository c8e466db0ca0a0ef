import { sum } from '../sum.ts';
import { lacking, type Measured, measured } from './measured.ts';
import { countOutcomes, mustBeRows } from './rows.ts';
import { steps } from './steps.ts';

/**
 * Average precision, 0…1: Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores as thresholds, greatest first, with recall R and
 * precision P and no line drawn between them. Guessing gives the base rate. As defined by scikit-learn.
 */
export function averagePrecision(happened: readonly boolean[], scores: readonly number[]): Measured<number> {
  mustBeRows(happened, scores);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  let before = 0;
  const terms = steps(happened, scores).map(({ truePositives, falsePositives }) => {
    const gained = truePositives - before;
    before = truePositives;
    return (gained * truePositives) / (truePositives + falsePositives);
  });
  return measured(sum(terms) / of.happened);
}
