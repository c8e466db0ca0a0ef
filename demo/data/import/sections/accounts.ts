import type { BulkAppender } from '../../../server/database/appender.ts';
import type { Rows } from '../../../server/database/rows.ts';
import type { AccountMapping } from '../mapping.ts';
import { quoted } from '../problems.ts';
import { type Reading, readInstant, readText, readWhere } from '../read-cell.ts';
import type { KnownAccounts } from '../whose.ts';
import type { TakeRow } from './section.ts';

/** Takes accounts from rows, and notes which there are and which are left out by the condition. */
export function takeAccounts(
  { name, since, ended, where }: AccountMapping,
  reading: Reading,
  to: BulkAppender<Rows['accounts']>,
  known: KnownAccounts,
  tracked: readonly string[] | null,
): TakeRow {
  const matches = readWhere(where, reading);
  const readName = name ? readText(name, reading, 500) : null;
  const readSince = since ? readInstant(since, reading) : null;
  const readEnded = ended ? readInstant(ended, reading) : null;
  return (row, id) => {
    if (!matches(row)) {
      known.leftOut.add(id);
      return;
    }
    const { file, problems } = reading;
    const first = known.places.get(id);
    if (first)
      problems.add(
        'account-twice',
        { file, line: row.line },
        'each account once',
        `${quoted(id)} again after ${first}`,
      );
    known.places.set(id, `${file} line ${row.line}`);
    const before = problems.count;
    const account = {
      id,
      name: readName?.(row) ?? null,
      since: readSince?.(row) ?? null,
      ended: readEnded?.(row) ?? null,
      tracked,
    };
    if (problems.count === before && !first) to.add(account);
  };
}
