import type { BulkAppender } from '../../../server/database/appender.ts';
import type { Rows } from '../../../server/database/rows.ts';
import type { EventMapping } from '../mapping.ts';
import {
  columnName,
  type Reading,
  readInstant,
  readNumber,
  readText,
  readValue,
  readWhere,
  type Value,
} from '../read-cell.ts';
import type { TakeRow } from './section.ts';

/** Takes events from rows. */
export function takeEvents(
  { name, at, until, user, count, properties, where }: EventMapping,
  reading: Reading,
  to: BulkAppender<Rows['events']>,
  skip: (reason: string) => void,
): TakeRow {
  const matches = readWhere(where, reading);
  const readAt = readInstant(at, reading, true);
  const readUntil = until ? readInstant(until, reading) : null;
  const readUser = user ? readText(user, reading, 200) : null;
  const readCount = count ? readNumber(count, reading, 0) : null;
  const readProperties = Object.entries(properties ?? {}).map(
    ([key, cell]) => [key, readValue(cell, reading)] as const,
  );
  // The same few sets of properties come with many rows.
  const seen = new Map<string, Record<string, Value>>();

  return (row, account_id) => {
    if (!matches(row)) return;
    const { file, problems } = reading;
    const before = problems.count;
    const began = readAt(row);
    const ended = readUntil?.(row) ?? null;
    const times = readCount?.(row) ?? 1;
    const user_id = readUser?.(row) ?? null;
    const own = propertiesOf(row);
    if (began !== null && ended !== null && ended < began) {
      const place = { file, line: row.line, column: (until && columnName(until)) ?? 'until' };
      problems.add('order', place, `an instant not before ${iso(began)}, when it began`, iso(ended));
    }
    if (began === null || problems.count > before) return;
    if (times === 0) skip(`${name} with a count of 0`);
    else to.add({ account_id, name, at: began, until: ended, user_id, count: times, properties: own });
  };

  function propertiesOf(row: Parameters<TakeRow>[0]): Record<string, Value> | null {
    if (readProperties.length === 0) return null;
    const own: [string, Value][] = [];
    for (const [key, read] of readProperties) {
      const value = read(row);
      if (value !== null) own.push([key, value]);
    }
    const text = JSON.stringify(own);
    let known = seen.get(text);
    if (!known) {
      known = Object.fromEntries(own);
      if (seen.size < 10_000) seen.set(text, known);
    }
    return known;
  }
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
