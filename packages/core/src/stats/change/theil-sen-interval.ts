import { mustBeConfidence, normalReach } from '../normal.ts';
import { pairSlopes } from '../pair-slopes.ts';
import { sortedQuantile } from '../sorted-quantile.ts';
import { kendallVariance } from './kendall-variance.ts';

/** A slope in y per x, and where it may truly lie. */
export interface SlopeInterval {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The slope of Theil and Sen through points [x, y], in y per x, with Sen's interval at a `confidence` of 0.95 unless
 * told: of the N slopes of pairs in ascending order, those at (N ∓ z · √V) / 2, where V is the variance of Kendall's S,
 * corrected for equal values. It holds without any normal distribution. Null without two different x, or when a double
 * cannot hold it. Sen, JASA 63 (1968) 1379; for ties as SciPy's `theilslopes`.
 */
export function theilSenInterval(
  points: readonly (readonly [x: number, y: number])[],
  confidence = 0.95,
): SlopeInterval | null {
  mustBeConfidence(confidence);
  const slopes = pairSlopes(points);
  const pairs = slopes.length;
  if (pairs === 0) return null;
  const variance = kendallVariance(
    points.map(([x]) => x),
    points.map(([, y]) => y),
  );
  // With nearly all x and nearly all y alike the correction takes more than there is.
  const reach = normalReach(confidence) * Math.sqrt(Math.max(0, variance));
  const lowest = Math.max(0, Math.round((pairs - reach) / 2) - 1);
  const highest = Math.min(pairs - 1, Math.round((pairs + reach) / 2));
  const [low, slope, high] = [slopes[lowest] ?? Number.NaN, sortedQuantile(slopes, 0.5), slopes[highest] ?? Number.NaN];
  return [low, slope, high].every(Number.isFinite) ? { slope, low: low + 0, high: high + 0 } : null;
}
