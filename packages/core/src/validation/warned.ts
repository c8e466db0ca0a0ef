import { type Confusion, confusion } from '../stats/truth/confusion.ts';
import { falseNegativeRate } from '../stats/truth/false-negative-rate.ts';
import { falsePositiveRate } from '../stats/truth/false-positive-rate.ts';
import { matthewsCorrelation } from '../stats/truth/matthews-correlation.ts';
import { precision } from '../stats/truth/precision.ts';
import { recall } from '../stats/truth/recall.ts';
import type { BacktestWarned } from './backtest-report.ts';

/** Counts of warnings and the shares that follow. */
export function warnedOf(happened: readonly boolean[], warned: readonly boolean[]): BacktestWarned {
  return warnedBy(confusion(happened, warned.map(Number), 1));
}

/** The shares that follow from counts. */
export const warnedBy = (count: Confusion): BacktestWarned => ({
  ...count,
  falsePositiveRate: falsePositiveRate(count).value,
  falseNegativeRate: falseNegativeRate(count).value,
  precision: precision(count).value,
  recall: recall(count).value,
  matthewsCorrelation: matthewsCorrelation(count).value,
});
