/**
 * The sum of finite numbers, the same to the last bit in whatever order they come: taken in ascending order, with what
 * each addition rounds away carried along (Neumaier 1974). 0 of none; not finite where a double cannot hold it.
 */
export function sum(values: Iterable<number>): number {
  const ascending = Float64Array.from(values).sort();
  const total = added(ascending);
  // There may be more on the way than a double holds, and less in the end.
  return Number.isFinite(total) ? total : added(ascending.map((value) => value * part)) / part;
}

/** To multiply with it loses nothing of what is not next to nothing, and no list is so long that such parts overflow. */
const part = 2 ** -64;

function added(ascending: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (const value of ascending) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
