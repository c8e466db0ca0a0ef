import { type Measured, measured } from './measured.ts';
import { type RocPoint, roc } from './roc.ts';

/** The greatest distance between two distributions, and where it is. */
export interface Separation {
  /** 0…1. */
  readonly distance: number;
  /** The greatest score at which it is reached; rows that score as much or more are on its one side. */
  readonly threshold: number;
}

/**
 * How far the scores of the two outcomes lie apart, 0…1: the greatest difference, either way, between the shares of each
 * that reach a threshold. The two-sample statistic of Kolmogorov (1933) and Smirnov (1939).
 */
export function kolmogorovSmirnov(happened: readonly boolean[], scores: readonly number[]): Measured<Separation> {
  const curve = roc(happened, scores);
  if (curve.value === null) return curve;
  const apart = ({ truePositiveRate, falsePositiveRate }: RocPoint) => Math.abs(truePositiveRate - falsePositiveRate);
  // After the point that nothing reaches there is one for each score, and at least one score.
  const [first, ...rest] = curve.value.slice(1) as [RocPoint, ...RocPoint[]];
  const widest = rest.reduce((best, point) => (apart(point) > apart(best) ? point : best), first);
  return measured({ distance: apart(widest), threshold: widest.threshold as number });
}
