import { mustBe, mustBeFinite } from './must-be.ts';
import { sortedQuantile } from './sorted-quantile.ts';

/**
 * The p-quantile, p in 0…1: with the values x₁ ≤ … ≤ xₙ, the number at place h = (n − 1)p + 1, between its neighbours
 * on a straight line (type 7 of Hyndman & Fan 1996; the default of R, NumPy and `quantile_cont` of databases). In the
 * unit of the values, within their least and greatest. Null of none; refuses p outside 0…1 and what is not finite.
 */
export function quantile(values: readonly number[], p: number): number | null {
  mustBeFinite(values, 'values');
  mustBe(Number.isFinite(p) && p >= 0 && p <= 1, 'p', 'a number from 0 to 1', p);
  return values.length === 0 ? null : sortedQuantile(Float64Array.from(values).sort(), p);
}
