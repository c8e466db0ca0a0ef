import { dayMs } from '../schema/calendar.ts';
import { discreteHazard } from '../stats/fit/discrete-hazard.ts';
import { predictHazard } from '../stats/fit/predict-hazard.ts';
import type { FitToPredict, Prediction } from '../stats/fit/predict-logistic.ts';
import { type Encoding, encode, learnEncoding } from './encoding.ts';
import type { StandingRow } from './gather-rows.ts';
import { lambda, outcomesAmong, type Recalibrated, recalibrated, shiftTo } from './learned.ts';

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
  const said = (row: StandingRow) => saysHazard({ fit, encoding, shift: 0, ...length }, row).probability;
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

/** What a hazard says of a row over the whole horizon, and what moved it. */
export function saysHazard(
  {
    fit,
    encoding,
    shift,
    ...length
  }: { readonly fit: FitToPredict; readonly encoding: Encoding; readonly shift: number } & Periods,
  {
    values,
    cutOff,
    life,
  }: Pick<StandingRow, 'values' | 'cutOff'> & { readonly life: { readonly since: number | null } },
): Prediction {
  const { periods } = length;
  const from = ageOf(life.since, cutOff, length);
  return recalibrated(predictHazard(fit, encode(encoding, { values }), { from, periods }), shift);
}
