import { type LogisticFit, logisticRegression } from '../stats/fit/logistic-regression.ts';
import { logit } from '../stats/fit/logit.ts';
import { type FitToPredict, type Prediction, predictLogistic } from '../stats/fit/predict-logistic.ts';
import { recalibrate, recalibrationShift } from '../stats/fit/recalibrate.ts';
import type { DataRow } from './dataset.ts';
import { type Encoding, encode, learnEncoding } from './encoding.ts';

/** A logistic regression on encoded rows, brought to the rate seen lately. */
export interface LearnedLogistic {
  readonly fit: LogisticFit;
  readonly encoding: Encoding;
  /** What is added to all log odds. */
  readonly shift: number;
  /** Different accounts with the outcome among the rows learned from. */
  readonly outcomes: number;
}

const lambda = 10;

/**
 * Learns from rows, which are in the order of cut-offs; its mean probability on the later half of them is then the rate
 * they had. Null where they have one outcome only.
 */
export function learnLogistic(columns: readonly string[], rows: readonly DataRow[]): LearnedLogistic | null {
  const encoding = learnEncoding({ columns, rows });
  const happened = rows.map((row) => row.happened);
  const { value: fit } = logisticRegression(
    rows.map((row) => encode(encoding, row)),
    happened,
    { lambda },
  );
  if (!fit) return null;
  const middle = rows[Math.floor(rows.length / 2)]?.cutOff ?? 0;
  const recent = rows.filter(({ cutOff }) => cutOff >= middle);
  const rate = recent.filter((row) => row.happened).length / recent.length;
  const said = recent.map((row) => predictLogistic(fit, encode(encoding, row)).probability);
  const outcomes = new Set(rows.filter((row) => row.happened).map(({ account }) => account)).size;
  return { fit, encoding, shift: recalibrationShift(said, rate).value ?? 0, outcomes };
}

/** What was learned says of a row: the probability with its interval, and what each encoded column moved. */
export function saysLogistic(
  { fit, encoding, shift }: Pick<LearnedLogistic, 'encoding' | 'shift'> & { readonly fit: FitToPredict },
  row: Pick<DataRow, 'values'>,
): Prediction {
  const { probability, low, high, moved } = predictLogistic(fit, encode(encoding, row));
  const held = (p: number) => (p > 0 && p < 1 && Number.isFinite(logit(p)) ? recalibrate(p, shift) : p);
  return { probability: held(probability), low: held(low), high: held(high), moved };
}
