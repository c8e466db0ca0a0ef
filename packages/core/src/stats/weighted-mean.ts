import { mustBe, mustBeFinite } from './must-be.ts';
import { sum } from './sum.ts';

/**
 * Σwx / Σw over pairs [value x, weight w], w ≥ 0: in the unit of the values, within the least and greatest that have
 * weight. A common factor of the weights changes nothing but rounding. Null where no weight is above 0, or where a
 * double cannot hold the sum; refuses what is not finite, and weights below 0.
 */
export function weightedMean(pairs: readonly (readonly [value: number, weight: number])[]): number | null {
  mustBe(Array.isArray(pairs), 'pairs', 'a list of pairs [value, weight]', pairs);
  pairs.forEach((pair, index) => {
    mustBeFinite(pair, `pairs[${index}]`);
    mustBe(pair.length === 2, `pairs[${index}]`, 'a pair [value, weight]', pair);
    mustBe(pair[1] >= 0, `pairs[${index}][1]`, 'a weight of 0 or more', pair[1]);
  });
  const heavy = pairs.filter(([, weight]) => weight > 0);
  // Relative to the greatest, weights of any size add up.
  const heaviest = heavy.reduce((most, [, weight]) => Math.max(most, weight), 0);
  const total = sum(heavy.map(([value, weight]) => value * (weight / heaviest)));
  if (heavy.length === 0 || !Number.isFinite(total)) return null;
  const middle = total / sum(heavy.map(([, weight]) => weight / heaviest));
  const least = heavy.reduce((low, [value]) => Math.min(low, value), Infinity);
  const greatest = heavy.reduce((high, [value]) => Math.max(high, value), -Infinity);
  return Math.min(greatest, Math.max(least, middle));
}
