import { mustBe, mustBeFinite } from './must-be.ts';
import { sortedQuantile } from './sorted-quantile.ts';

const most = 2000;

/**
 * A line through points [x, y] that outliers hardly bend: `slope` is the median of (yⱼ − yᵢ) / (xⱼ − xᵢ) over all pairs
 * with different x, in y per x; `intercept` is the median of y − slope · x, in y. Theil 1950; Sen, JASA 63 (1968) 1379.
 * Null without two different x, or when a double cannot hold the line. Refuses what is not finite, and more than
 * 2,000 points, for the pairs grow as their square.
 */
export function theilSen(
  points: readonly (readonly [x: number, y: number])[],
): { slope: number; intercept: number } | null {
  mustBe(Array.isArray(points) && points.length <= most, 'points', `at most ${most} pairs [x, y]`, points);
  points.forEach((point, index) => {
    mustBeFinite(point, `points[${index}]`);
    mustBe(point.length === 2, `points[${index}]`, 'a pair [x, y]', point);
  });
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let pairs = 0;
  points.forEach(([x, y], index) => {
    for (let before = 0; before < index; before++) {
      const [otherX, otherY] = points[before] ?? [x, y];
      // Halves, so that no difference is more than a double holds.
      const run = x / 2 - otherX / 2;
      if (run !== 0) slopes[pairs++] = (y / 2 - otherY / 2) / run;
    }
  });
  if (pairs === 0) return null;
  const slope = sortedQuantile(slopes.subarray(0, pairs).sort(), 0.5);
  const intercept = sortedQuantile(Float64Array.from(points, ([x, y]) => y - slope * x).sort(), 0.5);
  return Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : null;
}
