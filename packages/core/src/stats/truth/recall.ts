import { type Confusion, outcomesOf } from './confusion.ts';
import { lacking, type Measured, measured } from './measured.ts';

/** Of the rows in which it happened, the share that was warned of, 0…1. */
export function recall(count: Confusion): Measured<number> {
  const of = outcomesOf(count);
  return lacking(of.happened, of.not) ?? measured(count.truePositives / of.happened);
}
