import { mustBe, mustBeEntries, mustBeFinite } from '../must-be.ts';
import type { Measured } from '../truth/measured.ts';
import { type LogisticFit, logisticRegression } from './logistic-regression.ts';
import { expit } from './logit.ts';

/** One account's time at risk: a row of numbers for each period it began, and whether the last one ended it. */
export interface Spell {
  /** The number of the first period that was watched, 1 where it was watched from its beginning. */
  readonly from: number;
  /** What was known when each period began, period after period. */
  readonly periods: readonly (readonly number[])[];
  readonly ended: boolean;
}

/** Weights of the odds that a period ends an account that began it. The first is that of ln(number of the period). */
export interface HazardFit {
  readonly logistic: LogisticFit;
}

/**
 * Discrete-time hazard: the logistic regression over account × period of whether the account ended in that period, given
 * that it began it, with ln(period) as the first column. Accounts still there count for as long as they were seen. Null
 * where none ended, or all at once. Cox, JRSS B 34 (1972) 187; Allison, Sociological Methodology 13 (1982) 61.
 */
export function discreteHazard(spells: readonly Spell[], options: { readonly lambda: number }): Measured<HazardFit> {
  mustBeEntries(spells, 'spells', '{ from, periods, ended }');
  const rows: number[][] = [];
  const ended: boolean[] = [];
  spells.forEach((spell, index) => {
    mustBePeriod(spell.from, `spells[${index}].from`);
    mustBe(Array.isArray(spell.periods), `spells[${index}].periods`, 'a list of rows', spell.periods);
    mustBe(typeof spell.ended === 'boolean', `spells[${index}].ended`, 'true or false', spell.ended);
    spell.periods.forEach((row, past) => {
      mustBeFinite(row, `spells[${index}].periods[${past}]`);
      rows.push([Math.log(spell.from + past), ...row]);
      ended.push(spell.ended && past === spell.periods.length - 1);
    });
  });
  const { value, reason } = logisticRegression(rows, ended, options);
  return value === null ? { value, reason } : { value: { logistic: value }, reason: null };
}

/**
 * The probability, 0…1, that an account which begins period `from` has ended within `periods` periods, if what is known
 * of it stays as it is: 1 − Π(1 − hazard).
 */
export function endsWithin(
  { logistic }: HazardFit,
  row: readonly number[],
  { from, periods }: { readonly from: number; readonly periods: number },
): number {
  const { intercept, weights } = logistic;
  mustBeFinite(row, 'row');
  mustBe(row.length === weights.length - 1, 'row', `a list of ${weights.length - 1}, as the fit has weights`, row);
  mustBePeriod(from, 'from');
  mustBe(Number.isInteger(periods) && periods >= 0, 'periods', 'a whole number of 0 or more', periods);
  const still = row.reduce((total, value, column) => total + value * (weights[column + 1] as number), intercept);
  let stays = 0;
  for (let past = 0; past < periods; past++) {
    stays += Math.log1p(-expit(still + (weights[0] as number) * Math.log(from + past)));
  }
  return -Math.expm1(stays) + 0;
}

const mustBePeriod = (from: number, path: string): void =>
  mustBe(Number.isInteger(from) && from >= 1, path, 'a whole number of 1 or more', from);
