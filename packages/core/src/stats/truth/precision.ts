import { type Confusion, outcomesOf } from './confusion.ts';
import { lacking, type Measured, measured, unmeasured } from './measured.ts';

/** Of the rows that were warned of, the share in which it happened, 0…1. None where no row was warned of. */
export function precision(count: Confusion): Measured<number> {
  const of = outcomesOf(count);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const warned = count.truePositives + count.falsePositives;
  return warned === 0
    ? unmeasured('none-taken', 'No row reaches the threshold, so that none was warned of.')
    : measured(count.truePositives / warned);
}
