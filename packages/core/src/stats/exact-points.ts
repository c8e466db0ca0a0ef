/**
 * Points lie on a grid of 2⁻⁴⁰. Sums of up to 8,192 points on that grid are exact in a double, in any order,
 * so a reader who adds them up gets the score to the last bit; the grid itself moves a figure by less than 1e-12.
 */
const grid = 2 ** 40;

/** The nearest number on the grid. */
export const onGrid = (value: number): number => Math.round(value * grid) / grid;

/**
 * Splits the sum of `shares`, which may be negative, into points that add up to it exactly. Returns the points, in
 * order, and their sum, held between 0 and `ceiling`. Each is within 2⁻⁴⁰ of its share; a share of 0 gets exactly 0.
 */
export function exactPoints(shares: readonly number[], ceiling: number): { points: number[]; total: number } {
  const whole = Math.min(ceiling, Math.max(0, onGrid(shares.reduce((all, share) => all + share, 0))));
  const last = shares.findLastIndex((share) => share !== 0);
  let running = 0;
  let placed = 0;
  const points = shares.map((share, index) => {
    running += share;
    const edge = index >= last ? whole : onGrid(running);
    const point = share === 0 ? 0 : edge - placed;
    placed += point;
    return point;
  });
  return { points, total: placed };
}
