import { mustBe, mustBeFinite } from '../must-be.ts';
import { mustBeConfidence, normalReach } from '../normal.ts';
import { standardize } from './columns.ts';
import type { LogisticFit } from './logistic-regression.ts';
import { expit } from './logit.ts';

/** A probability, 0…1, where it may truly lie, and what each column adds to its log odds. */
export interface Prediction {
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  /** Log odds that each column adds to those of a row that is average in everything; they sum to the whole. */
  readonly moved: readonly number[];
}

/** What of a fit it takes to say something of a row. */
export type FitToPredict = Pick<LogisticFit, 'standardized' | 'scaling' | 'covariance'>;

/**
 * What a fit says of a row, with an interval at a `confidence` of 0.95 unless told: that of its log odds, turned into
 * probabilities, so that it never leaves 0…1. It tells how well the weights are known, not what else may happen.
 */
export function predictLogistic(fit: FitToPredict, row: readonly number[], confidence = 0.95): Prediction {
  mustBeConfidence(confidence);
  const { cells, moved, logOdds } = partsOf(fit, row);
  const width = cells.length;
  let variance = 0;
  cells.forEach((a, i) => {
    cells.forEach((b, j) => {
      variance += a * b * (fit.covariance[i * width + j] as number);
    });
  });
  const reach = normalReach(confidence) * Math.sqrt(Math.max(0, variance));
  return { probability: expit(logOdds), low: expit(logOdds - reach), high: expit(logOdds + reach), moved };
}

/**
 * The probability alone, to the last bit the same: an interval takes as many steps as there are pairs of columns, which
 * rows that are only ranked need not wait for.
 */
export const probabilityOf = (fit: Pick<FitToPredict, 'standardized' | 'scaling'>, row: readonly number[]): number =>
  expit(partsOf(fit, row).logOdds);

/** A row after a 1 for the intercept, in standard deviations, what each column adds, and what all come to. */
function partsOf({ standardized, scaling }: Pick<FitToPredict, 'standardized' | 'scaling'>, row: readonly number[]) {
  mustBeFinite(row, 'row');
  const { intercept, weights } = standardized;
  mustBe(row.length === weights.length, 'row', `a list of ${weights.length}, as the fit has weights`, row);
  const cells = [1, ...row.map((value, column) => standardize(scaling, value, column))];
  const moved = weights.map((weight, column) => weight * (cells[column + 1] as number));
  return { cells, moved, logOdds: moved.reduce((total, one) => total + one, intercept) };
}
