import { mustBe, mustBeFinite } from '../must-be.ts';
import { type FitToPredict, type Prediction, predictLogistic } from './predict-logistic.ts';

/**
 * What a discrete-time hazard, of which ln(period) is the first column, says of an account that begins period `from`:
 * how likely it ends within `periods` periods if what is known of it stays as it is, 1 − Π(1 − hazard), and the same of
 * the ends of each period's 95 % interval. `moved` is of the first period to come.
 */
export function predictHazard(
  fit: FitToPredict,
  row: readonly number[],
  { from, periods }: { readonly from: number; readonly periods: number },
): Prediction {
  mustBeFinite(row, 'row');
  mustBe(Number.isInteger(from) && from >= 1, 'from', 'a whole number of 1 or more', from);
  mustBe(Number.isInteger(periods) && periods >= 1, 'periods', 'a whole number of 1 or more', periods);
  const each = Array.from({ length: periods }, (_, past) => predictLogistic(fit, [Math.log(from + past), ...row]));
  const ends = (of: 'probability' | 'low' | 'high') =>
    -Math.expm1(each.reduce((stays, hazard) => stays + Math.log1p(-hazard[of]), 0)) + 0;
  return { probability: ends('probability'), low: ends('low'), high: ends('high'), moved: each[0]?.moved ?? [] };
}
