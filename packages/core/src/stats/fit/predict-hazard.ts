import { mustBe, mustBeFinite } from '../must-be.ts';
import { type FitToPredict, type Prediction, predictLogistic, probabilityOf } from './predict-logistic.ts';

/** The number of the period that begins, 1 being the first, and over how many is asked. */
interface Ahead {
  readonly from: number;
  readonly periods: number;
}

/**
 * What a discrete-time hazard, of which ln(period) is the first column, says of an account that begins period `from`:
 * how likely it ends within `periods` periods if what is known of it stays as it is, 1 − Π(1 − hazard), and the same of
 * the ends of each period's 95 % interval. `moved` is of the first period to come.
 */
export function predictHazard(fit: FitToPredict, row: readonly number[], { from, periods }: Ahead): Prediction {
  const each = eachPeriod(row, { from, periods }, (one) => predictLogistic(fit, one));
  const ends = (of: 'probability' | 'low' | 'high') => within(each.map((hazard) => hazard[of]));
  return { probability: ends('probability'), low: ends('low'), high: ends('high'), moved: each[0]?.moved ?? [] };
}

/** The probability alone, to the last bit the same and without its interval, as `probabilityOf`. */
export const probabilityWithin = (fit: FitToPredict, row: readonly number[], ahead: Ahead): number =>
  within(eachPeriod(row, ahead, (one) => probabilityOf(fit, one)));

function eachPeriod<T>(row: readonly number[], { from, periods }: Ahead, of: (row: readonly number[]) => T): T[] {
  mustBeFinite(row, 'row');
  mustBe(Number.isInteger(from) && from >= 1, 'from', 'a whole number of 1 or more', from);
  mustBe(Number.isInteger(periods) && periods >= 1, 'periods', 'a whole number of 1 or more', periods);
  return Array.from({ length: periods }, (_, past) => of([Math.log(from + past), ...row]));
}

/** 1 − Π(1 − hazard). */
const within = (hazards: readonly number[]): number =>
  -Math.expm1(hazards.reduce((stays, hazard) => stays + Math.log1p(-hazard), 0)) + 0;
