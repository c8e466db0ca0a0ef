import { mustBe } from '../must-be.ts';
import { mustBeRows } from './rows.ts';

/** How often a warning was right and wrong, in rows. */
export interface Confusion {
  /** Warned, and it happened. */
  readonly truePositives: number;
  /** Warned, and it did not. */
  readonly falsePositives: number;
  /** Not warned, and it happened. */
  readonly falseNegatives: number;
  /** Not warned, and it did not. */
  readonly trueNegatives: number;
}

/** Counts rows against a threshold that itself warns: score ≥ threshold. All are 0 where there are no rows. */
export function confusion(happened: readonly boolean[], scores: readonly number[], threshold: number): Confusion {
  mustBeRows(happened, scores);
  mustBe(Number.isFinite(threshold), 'threshold', 'a finite number', threshold);
  const count = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  scores.forEach((score, row) => {
    if (score >= threshold) count[happened[row] ? 'truePositives' : 'falsePositives']++;
    else count[happened[row] ? 'falseNegatives' : 'trueNegatives']++;
  });
  return count;
}

/** How often it happened, and how often not, over the four. */
export const outcomesOf = ({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion) => ({
  happened: truePositives + falseNegatives,
  not: falsePositives + trueNegatives,
});
