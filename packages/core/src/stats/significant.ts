/** Up to which size, exclusive, a total is told in how many parts to the unit: fifteen digits and no more. */
export const digits = [
  [1e3, 1e12],
  [1e6, 1e9],
  [1e9, 1e6],
  [1e12, 1e3],
  [1e15, 1],
] as const;

/**
 * A total, or what was made of one, rounded to at most fifteen digits, of which at most twelve decimals: ten times 0.1 is
 * 1, whoever added it up and in whatever order, and not a bit less. `finest` is how many parts to the unit there may be
 * at most. What is 1e15 and more, or not finite, is as it was. Halves go up.
 */
export function significant(value: number, finest = Infinity): number {
  const parts = digits.find(([size]) => Math.abs(value) < size)?.[1];
  const most = Math.min(parts ?? 0, finest);
  return most ? Math.floor(value * most + 0.5) / most : value;
}

/** A total of counts, rounded to millionths: those need not be whole, and plain additions are enough for it. */
export const toMillionths = (total: number): number => significant(total, 1e6);
