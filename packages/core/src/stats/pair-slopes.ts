import { mustBe, mustBeFinite } from './must-be.ts';

const most = 2000;

/**
 * The slopes (yⱼ − yᵢ) / (xⱼ − xᵢ) of all pairs of points [x, y] with different x, ascending. Refuses what is not finite,
 * and more than 2,000 points, for the pairs grow as their square.
 */
export function pairSlopes(points: readonly (readonly [x: number, y: number])[]): Float64Array {
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
  return slopes.subarray(0, pairs).sort();
}
