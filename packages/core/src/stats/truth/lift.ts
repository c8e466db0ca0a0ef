import { mustBe } from '../must-be.ts';
import { lacking, type Measured, measured, unmeasured } from './measured.ts';
import { countOutcomes, mustBeRows } from './rows.ts';

/**
 * How many times the base rate the outcome has among the `share` (0…1, such as 0.1) of rows that score highest: the
 * ⌊share · n⌋ first, with equal scores taken in the order of the rows. 1 is what guessing gives. None where that is no
 * row at all.
 */
export function lift(happened: readonly boolean[], scores: readonly number[], share: number): Measured<number> {
  mustBeRows(happened, scores);
  mustBe(share > 0 && share <= 1, 'share', 'a number above 0, at most 1', share);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const rows = scores.length;
  const taken = takenOf(rows, share);
  if (taken === 0) return unmeasured('too-few', `${share * 100} % of ${rows} rows is less than one row.`);
  // Sorting is stable: equal scores stay in the order of the rows.
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const hits = order.subarray(0, taken).reduce((count, row) => count + Number(happened[row]), 0);
  return measured(hits / taken / (of.happened / rows));
}

/** ⌊share · rows⌋. 0.29 · 100 is a hair below 29 in doubles, and means 29. */
export const takenOf = (rows: number, share: number): number => Math.floor(Number((share * rows).toPrecision(14)));
