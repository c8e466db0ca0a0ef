import { dayMs } from '../schema/calendar.ts';
import { discreteHazard } from '../stats/fit/discrete-hazard.ts';
import { predictHazard, probabilityWithin } from '../stats/fit/predict-hazard.ts';
import type { Prediction } from '../stats/fit/predict-logistic.ts';
import { encode, learnEncoding } from './encoding.ts';
import type { StandingRow } from './gather-rows.ts';
import type { ToSay } from './learn-logistic.ts';
import { lambda, outcomesAmong, type Recalibrated, recalibrated, shifted, shiftTo } from './learned.ts';

/** A hazard as long as its periods are: as many of them as there are in the horizon. */
export interface Periods {
  /** In days. */
  readonly periodDays: number;
  readonly periods: number;
}

/** Periods of about a week or a month of which a whole number makes up the horizon. */
export function periodsOf(horizonDays: number, every: 'week' | 'month'): Periods {
  const periods = Math.max(1, Math.round(horizonDays / (every === 'week' ? 7 : 30)));
  return { periodDays: horizonDays / periods, periods };
}

/**
 * A discrete-time hazard of rows: each account × cut-off is a period at risk, and has ended where the outcome came within
 * it. Rows whose period has ended are learned from, `ended`, though their whole horizon may not have; the mean
 * probability over `finished` rows is then the rate seen lately. Null where they have one outcome only.
 */
export function learnHazard(
  columns: readonly string[],
  { ended, finished }: { readonly ended: readonly StandingRow[]; readonly finished: readonly StandingRow[] },
  length: Periods,
): Recalibrated | null {
  const encoding = learnEncoding({ columns, rows: ended });
  const periodMs = length.periodDays * dayMs;
  const spells = ended.map((row) => ({
    from: ageOf(row.life.since, row.cutOff, length),
    periods: [encode(encoding, row)],
    ended: row.life.next !== null && row.life.next < row.cutOff + periodMs,
  }));
  const { value } = discreteHazard(spells, { lambda });
  if (!value) return null;
  const fit = value.logistic;
  const said = (row: StandingRow) => probabilityByHazard({ fit, encoding, shift: 0, ...length }, row);
  const from = ended.map(({ account }, place) => ({ account, happened: spells[place]?.ended === true }));
  return {
    fit,
    encoding,
    from,
    outcomes: outcomesAmong(from),
    shift: shiftTo(finished, said),
  };
}

/** The number of the period that begins at a cut-off, 1 being that of its first; 1 where nobody knows since when it is there. */
const ageOf = (since: number | null, cutOff: number, { periodDays }: Periods): number =>
  Math.max(1, Math.floor((cutOff - (since ?? cutOff)) / (periodDays * dayMs)) + 1);

/** What is known of an account when a period begins. */
type Begun = Pick<StandingRow, 'values' | 'cutOff'> & { readonly life: { readonly since: number | null } };

const ahead = ({ cutOff, life }: Begun, length: Periods) => ({
  from: ageOf(life.since, cutOff, length),
  periods: length.periods,
});

/** What a hazard says of a row over the whole horizon, and what moved it. */
export function saysHazard({ fit, encoding, shift, ...length }: ToSay & Periods, row: Begun): Prediction {
  return recalibrated(predictHazard(fit, encode(encoding, row), ahead(row, length)), shift);
}

/** The probability alone, as `saysHazard` gives it, where rows are only ranked. */
export const probabilityByHazard = ({ fit, encoding, shift, ...length }: ToSay & Periods, row: Begun): number =>
  shifted(probabilityWithin(fit, encode(encoding, row), ahead(row, length)), shift);
