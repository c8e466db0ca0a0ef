import type { BulkAppender } from '../../../server/database/appender.ts';
import { factValue, type Rows } from '../../../server/database/rows.ts';
import type { Part } from '../combine.ts';
import type { FactMapping } from '../mapping.ts';
import { quoted } from '../problems.ts';
import { columnName, type Reading, readInstant, readValue, readWhere } from '../read-cell.ts';
import type { CsvRow } from '../read-csv.ts';
import type { TakeRow } from './section.ts';

/** Takes facts from rows: each for itself, or as a part of what is combined afterwards. An empty value is no fact. */
export function takeFacts(
  { name, value, at, until, combine, days, where }: FactMapping,
  reading: Reading,
  to: { facts: BulkAppender<Rows['facts']>; parts: BulkAppender<Part> },
): TakeRow {
  const matches = readWhere(where, reading);
  const read = readValue(value, reading);
  const readAt = at ? readInstant(at, reading, true) : null;
  const readUntil = until ? readInstant(until, reading) : null;
  const column = columnName(value) ?? name;
  const place = ({ line }: CsvRow) => ({ file: reading.file, line, column });
  // At an instant, or undated, a fact has no second value: nothing says which of them holds.
  const taken = new Set<string>();
  return (row, account_id) => {
    if (!matches(row)) return;
    const { problems } = reading;
    const before = problems.count;
    const found = read(row);
    if (found === null) return;
    const instant = readAt?.(row) ?? null;
    const end = readUntil?.(row) ?? null;
    if (combine && typeof found !== 'number') {
      problems.add('combine', place(row), `a number for ${name}, which is combined`, quoted(String(found)));
    }
    const key = `${instant} ${account_id}`;
    if (!combine && taken.has(key)) {
      const one = instant === null ? `one undated ${name}` : `one ${name} at an instant`;
      problems.add('fact-twice', place(row), `${one} for an account`, `a second for ${quoted(account_id)}`);
    }
    taken.add(key);
    if (problems.count > before) return;
    if (!combine) to.facts.add({ account_id, name, at: instant, ...factValue(found) });
    // Checked above: what is combined has a date and is a number.
    else
      to.parts.add({
        account_id,
        name,
        days: days ?? null,
        at: instant as number,
        until: end,
        number: found as number,
      });
  };
}
