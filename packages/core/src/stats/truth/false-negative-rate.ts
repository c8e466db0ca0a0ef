import { type Confusion, outcomesOf } from './confusion.ts';
import { lacking, type Measured, measured } from './measured.ts';

/** Of the rows in which it happened, the share that was not warned of, 0…1: what was missed. */
export function falseNegativeRate(count: Confusion): Measured<number> {
  const of = outcomesOf(count);
  return lacking(of.happened, of.not) ?? measured(count.falseNegatives / of.happened);
}
