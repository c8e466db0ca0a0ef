import { pairSlopes } from './pair-slopes.ts';
import { sortedQuantile } from './sorted-quantile.ts';

/**
 * A line through points [x, y] that outliers hardly bend: `slope` is the median of (yⱼ − yᵢ) / (xⱼ − xᵢ) over all pairs
 * with different x, in y per x; `intercept` is the median of y − slope · x, in y. Theil 1950; Sen, JASA 63 (1968) 1379.
 * Null without two different x, or when a double cannot hold the line. Refuses what is not finite, and more than
 * 2,000 points, for the pairs grow as their square.
 */
export function theilSen(
  points: readonly (readonly [x: number, y: number])[],
): { slope: number; intercept: number } | null {
  const slopes = pairSlopes(points);
  if (slopes.length === 0) return null;
  const slope = sortedQuantile(slopes, 0.5);
  const intercept = sortedQuantile(Float64Array.from(points, ([x, y]) => y - slope * x).sort(), 0.5);
  return Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : null;
}
