import { sum } from '../sum.ts';
import { type Measured, measured } from './measured.ts';
import { reliability } from './reliability.ts';

/**
 * The expected calibration error, 0…1: how far what was said lies from what happened, as the mean over `bins` bands of
 * equal width (10 unless told), each weighed by its rows. Naeini, Cooper & Hauskrecht, AAAI 2015.
 */
export function calibrationError(
  happened: readonly boolean[],
  probabilities: readonly number[],
  bins = 10,
): Measured<number> {
  const held = reliability(happened, probabilities, bins);
  if (held.value === null) return held;
  const off = held.value.map(({ rows, predicted, observed }) => rows * Math.abs((predicted ?? 0) - (observed ?? 0)));
  return measured(sum(off) / happened.length);
}
