import { sortedQuantile } from './sorted-quantile.ts';

/** What is usual among values, and half of how far they usually lie from it; in their unit. */
export interface Usual {
  /** Their median. */
  readonly usual: number;
  /** Half the median distance from it, times 1.4826; a half, for the whole of it may be more than a double holds. */
  readonly halfSpread: number;
}

/** Makes the median distance from the median (MAD) the standard deviation, where values are normal. */
export const perDistance = 1.4826;

/**
 * The median of at least one finite number and the median distance from it, scaled to be the standard deviation of
 * normal values: neither is moved by fewer than half of them. Rousseeuw & Croux, JASA 88 (1993) 1273.
 */
export function usualOf(values: readonly number[]): Usual {
  const usual = sortedQuantile(Float64Array.from(values).sort(), 0.5);
  const away = Float64Array.from(values, (value) => Math.abs(value / 2 - usual / 2)).sort();
  return { usual, halfSpread: perDistance * sortedQuantile(away, 0.5) };
}
