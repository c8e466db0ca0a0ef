import { mustBe, mustBeFinite } from './must-be.ts';
import { sum } from './sum.ts';

/**
 * How far points [x, y] rise together, whatever their units: −1 to 1, Pearson's r of their ranks, ties sharing the
 * middle of their places. Spearman, American Journal of Psychology 15 (1904) 72. Null without two different x and two
 * different y; refuses what is not finite.
 */
export function rankCorrelation(points: readonly (readonly [x: number, y: number])[]): number | null {
  points.forEach((point, index) => {
    mustBeFinite(point, `points[${index}]`);
    mustBe(point.length === 2, `points[${index}]`, 'a pair [x, y]', point);
  });
  const [xs, ys] = [ranks(points.map(([x]) => x)), ranks(points.map(([, y]) => y))];
  // Twice the ranks are whole numbers, and so is their middle: nothing is rounded before the end.
  const middle = points.length + 1;
  const product = sum(xs.map((x, index) => (x - middle) * ((ys[index] ?? 0) - middle)));
  const spread = (all: readonly number[]) => sum(all.map((one) => (one - middle) ** 2));
  // One root of whole numbers: where all rises together it is exact.
  const scale = Math.sqrt(spread(xs) * spread(ys));
  return scale === 0 ? null : Math.min(1, Math.max(-1, product / scale));
}

/** Twice the rank of each value among all, from 2. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const found = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let end = from;
    while (end < order.length && values[order[end] ?? 0] === values[order[from] ?? 0]) end++;
    for (let place = from; place < end; place++) found[order[place] ?? 0] = from + end + 1;
    from = end;
  }
  return found;
}
