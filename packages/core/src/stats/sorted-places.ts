/** How many of the numbers, in ascending order, are less than a value. */
export const countBelow = (sorted: Float64Array, value: number): number => place(sorted, (one) => one < value);

/** How many of the numbers, in ascending order, are at most a value. */
export const countUpTo = (sorted: Float64Array, value: number): number => place(sorted, (one) => one <= value);

/** The first place at which what holds of the beginning no longer does. */
function place(sorted: Float64Array, holds: (one: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
