/** The p-quantile (0…1, R's type 7) of at least one number already in ascending order. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const from = sorted[below] ?? Number.NaN;
  const share = place - below;
  // What lies beyond a place that is met may be infinite.
  const to = share ? (sorted[below + 1] ?? from) : from;
  const step = to - from;
  // A step across more than a double holds is taken in two parts; rounding never leads past its end.
  const value = step < Infinity ? Math.min(to, from + step * share) : from * (1 - share) + to * share;
  // Never −0, whose sign would tell the order of what it was made of.
  return value + 0;
}
