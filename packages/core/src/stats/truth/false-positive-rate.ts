import { type Confusion, outcomesOf } from './confusion.ts';
import { lacking, type Measured, measured } from './measured.ts';

/** Of the rows in which it did not happen, the share that was warned of, 0…1: false alarms. */
export function falsePositiveRate(count: Confusion): Measured<number> {
  const of = outcomesOf(count);
  return lacking(of.happened, of.not) ?? measured(count.falsePositives / of.not);
}
