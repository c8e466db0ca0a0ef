import type { Statement } from '@hale/core/sql';

/** How many rows go in one statement: the text of so many events is about a megabyte. */
export const rowsAtOnce = 5000;

/**
 * The statement that puts rows into a table of Postgres, whose columns have these types: objects by column name,
 * instants in milliseconds. A table's name is given as SQL has it. Throws an Error for text that Postgres cannot hold.
 */
export function insertRows(
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Statement {
  const all = Object.entries(columns).map(([name, type]) => ({ name: `"${name}"`, type, isInstant: isInstant(type) }));
  // An instant travels as milliseconds, so that no form of writing it matters. Seconds with a fraction would be off by a
  // millisecond in the year 9999: a double has no microseconds that far from 1970.
  const read = all.map(({ name, isInstant: at }) =>
    at
      ? `timestamp '1970-01-01' + floor(${name} / 1000) * interval '1 second' + (${name} - floor(${name} / 1000) * 1000) * interval '1 millisecond'`
      : name,
  );
  const given = all.map(({ name, type, isInstant: at }) => `${name} ${at ? 'double precision' : type}`);
  const names = all.map(({ name }) => name).join(', ');
  return {
    text: `insert into ${table}(${names}) select ${read.join(', ')} from json_to_recordset($1) as r(${given.join(', ')})`,
    values: [jsonOf(rows, table)],
  };
}

const isInstant = (type: string): boolean => type.startsWith('timestamp');

/** JSON that Postgres takes: half a character is none, as in UTF-8 anywhere, and U+0000 it refuses with less to say. */
function jsonOf(rows: readonly object[], table: string): string {
  return JSON.stringify(rows).replace(/\\(u0000|ud[89a-f]..|.)/g, (whole, what: string) => {
    if (what === 'u0000')
      throw new Error(`Postgres cannot hold text with the character U+0000, and a row of ${table} has one.`);
    return what.startsWith('ud') && what.length > 1 ? '\\ufffd' : whole;
  });
}
