/**
 * Points lie on a grid of 2⁻⁴⁰. Sums of up to 8,192 points on that grid are exact in a double, in any order,
 * so a reader who adds them up gets the score to the last bit; the grid itself moves a figure by less than 1e-12.
 * Points that are together larger than that, as some that are held to a limit, lie on one as much coarser.
 */
export const finest = 2 ** 40;

/** The nearest number on the grid; never −0, which JSON does not carry. */
export const onGrid = (value: number, grid = finest): number => Math.round(value * grid) / grid + 0;

/**
 * Splits the sum of `shares`, which may be negative, into points that add up to it exactly. Returns the points, in
 * order, and their sum, held between 0 and `ceiling`. Each is on the grid next to its share; a share of 0 gets exactly 0.
 * Where the sum is better known than adding the shares up would find it, it can be given.
 */
export function exactPoints(
  shares: readonly number[],
  ceiling: number,
  sum = shares.reduce((all, share) => all + share, 0),
): { points: number[]; total: number } {
  const size = shares.reduce((all, share) => all + Math.abs(share), 0);
  let grid = finest;
  while (size * grid > 2 ** 52) grid /= 2;
  const whole = Math.min(ceiling, Math.max(0, onGrid(sum, grid)));
  const last = shares.findLastIndex((share) => share !== 0);
  let running = 0;
  let placed = 0;
  const points = shares.map((share, index) => {
    running += share;
    const edge = index >= last ? whole : onGrid(running, grid);
    const point = share === 0 ? 0 : edge - placed;
    placed += point;
    return point;
  });
  return { points, total: placed };
}
