import type { LogisticFit } from '../stats/fit/logistic-regression.ts';
import { logit } from '../stats/fit/logit.ts';
import type { Prediction } from '../stats/fit/predict-logistic.ts';
import { recalibrate, recalibrationShift } from '../stats/fit/recalibrate.ts';
import type { DataRow } from './dataset.ts';
import type { Encoding } from './encoding.ts';

/** The penalty on weights of all that is learned. */
export const lambda = 10;

/** Fewer accounts with the outcome teach nothing that is to be used. */
export const fewestOutcomes = 50;

/** Weights on encoded rows, brought to the rate seen lately. */
export interface Recalibrated {
  readonly fit: LogisticFit;
  readonly encoding: Encoding;
  /** What is added to all log odds. */
  readonly shift: number;
  /** What was learned from. */
  readonly from: readonly { readonly account: string; readonly happened: boolean }[];
  /** Different accounts with the outcome among those. */
  readonly outcomes: number;
}

/** Different accounts with the outcome. */
export const outcomesAmong = (rows: Recalibrated['from']): number =>
  new Set(rows.filter(({ happened }) => happened).map(({ account }) => account)).size;

/** What brings the mean probability over the later half of rows, in the order of cut-offs, to the rate they had. */
export function shiftTo<Row extends DataRow>(rows: readonly Row[], said: (row: Row) => number): number {
  const middle = rows[Math.floor(rows.length / 2)]?.cutOff ?? 0;
  const recent = rows.filter(({ cutOff }) => cutOff >= middle);
  const rate = recent.filter(({ happened }) => happened).length / recent.length;
  return recalibrationShift(recent.map(said), rate).value ?? 0;
}

/** A probability with its log odds shifted; 0 and 1 stay. */
export const shifted = (p: number, shift: number): number =>
  p > 0 && p < 1 && Number.isFinite(logit(p)) ? recalibrate(p, shift) : p;

/** A prediction with its log odds shifted. */
export const recalibrated = ({ probability, low, high, moved }: Prediction, shift: number): Prediction => ({
  probability: shifted(probability, shift),
  low: shifted(low, shift),
  high: shifted(high, shift),
  moved,
});
