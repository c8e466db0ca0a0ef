import { mustBeFinite } from './must-be.ts';
import { sum } from './sum.ts';

/**
 * The arithmetic mean Σx / n, in the unit of the values, within their least and greatest; the order of the values
 * changes no bit of it. Null of none; refuses what is not finite.
 */
export function mean(values: readonly number[]): number | null {
  mustBeFinite(values, 'values');
  if (values.length === 0) return null;
  const n = values.length;
  const total = sum(values);
  // A sum beyond a double is taken of parts; a power of two divides without rounding.
  const part = 2 ** Math.ceil(Math.log2(n));
  const middle = Number.isFinite(total) ? total / n : (sum(values.map((value) => value / part)) / n) * part;
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  return Math.min(greatest, Math.max(least, middle));
}
