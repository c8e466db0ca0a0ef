/**
 * The sum of finite numbers, the same to the last bit in whatever order they come: taken in ascending order, with what
 * each addition rounds away carried along (Neumaier 1974). 0 of none; not finite where a double cannot hold it.
 */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of Float64Array.from(values).sort()) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
