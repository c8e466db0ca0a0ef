import { quantile } from './quantile.ts';

/**
 * The middle value, or the mean of the two middle ones: the 0.5-quantile, in the unit of the values.
 * Null of none; refuses what is not finite.
 */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
