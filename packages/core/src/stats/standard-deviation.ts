import { mean } from './mean.ts';
import { mustBe, mustBeFinite } from './must-be.ts';
import { sum } from './sum.ts';

/**
 * How far values lie from their mean m, in their unit: √(Σ(x − m)² / n) of a whole `population`, √(Σ(x − m)² / (n − 1))
 * of a `sample` of one (Bessel's correction). 0 where all are alike. Null of none, of a sample of one, or where a
 * double cannot hold it; refuses what is not finite.
 */
export function standardDeviation(values: readonly number[], of: 'population' | 'sample'): number | null {
  mustBe(of === 'population' || of === 'sample', 'of', '"population" or "sample"', of);
  mustBeFinite(values, 'values');
  const freedom = of === 'sample' ? values.length - 1 : values.length;
  if (freedom < 1) return null;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  // Squares of very large or small numbers leave the range of a double; a power of two divides without rounding.
  const unit = 2 ** Math.min(1023, Math.floor(Math.log2(largest)));
  const inUnits = values.map((value) => value / unit);
  const middle = mean(inUnits) ?? 0;
  const spread = Math.sqrt(sum(inUnits.map((value) => (value - middle) ** 2)) / freedom) * unit;
  return Number.isFinite(spread) ? spread : null;
}
