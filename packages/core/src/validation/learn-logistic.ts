import { logisticRegression } from '../stats/fit/logistic-regression.ts';
import { type FitToPredict, type Prediction, predictLogistic, probabilityOf } from '../stats/fit/predict-logistic.ts';
import type { DataRow } from './dataset.ts';
import { type Encoding, encode, learnEncoding } from './encoding.ts';
import { lambda, outcomesAmong, type Recalibrated, recalibrated, shifted, shiftTo } from './learned.ts';

/** What of something learned it takes to say something of a row. */
export interface ToSay {
  readonly fit: FitToPredict;
  readonly encoding: Encoding;
  readonly shift: number;
}

/**
 * Learns from rows, which are in the order of cut-offs; its mean probability on the later half of them is then the rate
 * they had. Null where they have one outcome only.
 */
export function learnLogistic(columns: readonly string[], rows: readonly DataRow[]): Recalibrated | null {
  const encoding = learnEncoding({ columns, rows });
  const happened = rows.map((row) => row.happened);
  const { value: fit } = logisticRegression(
    rows.map((row) => encode(encoding, row)),
    happened,
    { lambda },
  );
  if (!fit) return null;
  const shift = shiftTo(rows, (row) => probabilityOf(fit, encode(encoding, row)));
  return { fit, encoding, shift, from: rows, outcomes: outcomesAmong(rows) };
}

/** What was learned says of a row: the probability with its interval, and what each encoded column moved. */
export function saysLogistic({ fit, encoding, shift }: ToSay, row: Pick<DataRow, 'values'>): Prediction {
  return recalibrated(predictLogistic(fit, encode(encoding, row)), shift);
}

/** The probability alone, as `saysLogistic` gives it, where rows are only ranked. */
export const probabilityByLogistic = ({ fit, encoding, shift }: ToSay, row: Pick<DataRow, 'values'>): number =>
  shifted(probabilityOf(fit, encode(encoding, row)), shift);
