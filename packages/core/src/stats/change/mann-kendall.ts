import { mustBe, mustBeFinite } from '../must-be.ts';
import { normalTail } from '../normal.ts';
import { kendallVariance } from './kendall-variance.ts';

/** How steadily a series rises or falls. */
export interface MannKendall {
  /** Pairs in which the later value is greater, less those in which it is smaller. */
  readonly s: number;
  /** S over all pairs, −1…1. */
  readonly tau: number;
  /** The variance of S without a trend, corrected for equal values. */
  readonly variance: number;
  /** S in standard errors, one step nearer to 0 (the correction for continuity). */
  readonly z: number;
  /** How likely an S as far from 0 is without a trend, two-sided. */
  readonly p: number;
}

const most = 5000;

/**
 * Whether values in the order of time rise or fall more steadily than chance would have them. Only their order counts,
 * not how far apart they are. Null of fewer than three. Refuses more than 5,000, for the pairs grow as their square.
 * Mann, Econometrica 13 (1945) 245; Kendall 1970.
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  mustBeFinite(values, 'values');
  mustBe(values.length <= most, 'values', `a list of at most ${most}`, values);
  const n = values.length;
  if (n < 3) return null;
  const given = Float64Array.from(values);
  let s = 0;
  for (let later = 1; later < n; later++) {
    const value = given[later] as number;
    for (let before = 0; before < later; before++) s += Math.sign(value - (given[before] as number));
  }
  const variance = kendallVariance(values);
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, tau: s / ((n * (n - 1)) / 2), variance, z, p: Math.min(1, 2 * normalTail(Math.abs(z))) };
}
