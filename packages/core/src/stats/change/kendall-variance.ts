/** What values that are equal take away: Σ t(t − 1)(2t + 5) over groups of t equal ones, and all of it for one group. */
function tied(values: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  return [...groups.values()].reduce((total, t) => total + t * (t - 1) * (2 * t + 5), 0);
}

/**
 * The variance of Kendall's S of n pairs without a trend, corrected for equal values of either: whole numbers, so that
 * their order changes nothing. Kendall, "Rank Correlation Methods", 4th edition (1970), chapter 4.
 */
export function kendallVariance(...columns: readonly (readonly number[])[]): number {
  const n = columns[0]?.length ?? 0;
  return (n * (n - 1) * (2 * n + 5) - columns.reduce((total, column) => total + tied(column), 0)) / 18;
}
