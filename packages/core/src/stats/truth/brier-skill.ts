import { mustBe } from '../must-be.ts';
import { brier } from './brier.ts';
import { type Measured, measured } from './measured.ts';
import { countOutcomes } from './rows.ts';

/**
 * How much better than the base rate probabilities are by their Brier score, at most 1: 1 − B / B₀, where B₀ is that of
 * always saying `baseRate` (0…1). Without one it is the rate of these very rows, which knows more than anyone could
 * have. 0 and below is no skill. Murphy, Monthly Weather Review 116 (1988) 2417.
 */
export function brierSkill(
  happened: readonly boolean[],
  probabilities: readonly number[],
  baseRate?: number,
): Measured<number> {
  const score = brier(happened, probabilities);
  const rate = countOutcomes(happened).happened / happened.length;
  const said = baseRate ?? rate;
  mustBe(baseRate === undefined || (said >= 0 && said <= 1), 'baseRate', 'a number from 0 to 1', baseRate);
  if (score.value === null) return score;
  return measured(1 - score.value / (rate * (1 - said) ** 2 + (1 - rate) * said ** 2));
}
