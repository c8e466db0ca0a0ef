import { lacking, type Measured, measured } from './measured.ts';
import { countOutcomes, mustBeRows } from './rows.ts';
import { steps } from './steps.ts';

/** What a threshold takes: the share of rows without the outcome, and of those with it, that score as much or more. */
export interface RocPoint {
  /** Null for the one that nothing reaches. */
  readonly threshold: number | null;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

/**
 * The ROC curve from (0, 0) to (1, 1): a point for each distinct score as threshold (score ≥ threshold), greatest first,
 * after one that nothing reaches. Fawcett, Pattern Recognition Letters 27 (2006) 861.
 */
export function roc(happened: readonly boolean[], scores: readonly number[]): Measured<readonly RocPoint[]> {
  mustBeRows(happened, scores);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const start: RocPoint = { threshold: null, falsePositiveRate: 0, truePositiveRate: 0 };
  const points = steps(happened, scores).map(({ score, truePositives, falsePositives }) => ({
    threshold: score,
    falsePositiveRate: falsePositives / of.not,
    truePositiveRate: truePositives / of.happened,
  }));
  return measured([start, ...points]);
}
