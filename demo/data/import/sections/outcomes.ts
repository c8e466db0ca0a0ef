import type { BulkAppender } from '../../../server/database/appender.ts';
import type { Rows } from '../../../server/database/rows.ts';
import type { OutcomeMapping } from '../mapping.ts';
import { type Reading, readInstant, readWhere } from '../read-cell.ts';
import type { TakeRow } from './section.ts';

/** Takes outcomes from rows. */
export function takeOutcomes(
  { kind, at, where }: OutcomeMapping,
  reading: Reading,
  to: BulkAppender<Rows['outcomes']>,
): TakeRow {
  const matches = readWhere(where, reading);
  const readAt = readInstant(at, reading, true);
  return (row, account_id) => {
    const instant = matches(row) ? readAt(row) : null;
    if (instant !== null) to.add({ account_id, kind, at: instant });
  };
}
