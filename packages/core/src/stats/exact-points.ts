/**
 * Points lie on a grid of 2⁻⁴⁰. Sums of up to 8,192 points on that grid are exact in a double, in any order,
 * so a reader who adds them up gets the score to the last bit; the grid itself moves a figure by less than 1e-12.
 */
const grid = 2 ** 40;

const onGrid = (value: number): number => Math.round(value * grid) / grid;

/**
 * Splits the sum of `shares` into points that add up to it exactly. Returns the points, in order, and their sum,
 * which is never above `ceiling`. Each is within 2⁻⁴⁰ of its share; a share of 0 gets exactly 0.
 */
export function exactPoints(shares: readonly number[], ceiling: number): { points: number[]; total: number } {
  let running = 0;
  let placed = 0;
  const points = shares.map((share) => {
    running = Math.min(ceiling, running + share);
    const edge = onGrid(running);
    const point = edge - placed;
    placed = edge;
    return point;
  });
  return { points, total: placed };
}
