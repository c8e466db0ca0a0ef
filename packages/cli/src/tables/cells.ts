import { isAbsolute } from 'node:path';
import type { ColumnKind } from '../engines/table-rows.ts';

/** Text as a literal of SQL; for names of files and columns, where DuckDB takes no parameter. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The name of a file as a literal that means this file: to DuckDB `*`, `?` and `[` stand for others, and `~` for a home. */
export const fileLiteral = (path: string): string =>
  literal((isAbsolute(path) ? path : `./${path}`).replace(/[*?[]/g, (mark) => `[${mark}]`));

/** A name, quoted so that nothing in it can end the quotation. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** How cells of one kind are read from text, as expressions of DuckDB, and what they must be. */
interface CellReader {
  /** The cell; null where the text is no such thing. */
  readonly fromText: (text: string) => string;
  /** The cell of a column that has this type already; null for types that it cannot be read from. */
  readonly fromType?: (type: string, cell: string) => string | null;
  /** "at must be …". */
  readonly expected: string;
}

const instantPattern =
  '\\d{4}-\\d\\d-\\d\\d([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?\\s?(Z|UTC|[+-]([01]\\d|2[0-3])(:?[0-5]\\d)?)?)?';
// The cast asks for seconds, and for no blank before a zone. Some warehouses write UTC where others write Z.
const padded = (text: string) =>
  `regexp_replace(regexp_replace(regexp_replace(${text}, 'UTC$', 'Z'), '\\s+(Z|[+-]\\d\\d:?\\d*)$', '\\1'), '^(.{10}.\\d\\d:\\d\\d)(Z|[+-].*)?$', '\\1:00\\2')`;

/** The cast would take hours of one digit, 24:00 and years before our count for instants. */
const isPlain = (text: string) =>
  `${text} like '____-__-__T__:__:__%Z' and ${text} not like '% %' and ${text} not like '%.Z' and ${text} >= '0' and substring(${text}, 12, 2) < '24'`;

const toMs = (timestamp: string) => `date_trunc('millisecond', ${timestamp})`;

const isNumber = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

export const readers: Readonly<Record<ColumnKind, CellReader>> = {
  text: { fromText: (text) => text, fromType: (_, cell) => `cast(${cell} as varchar)`, expected: 'text' },
  double: {
    fromText: (text) => finite(`try_cast(${text} as double)`),
    fromType: (type, cell) => (isNumber.test(type) ? finite(`cast(${cell} as double)`) : null),
    expected: 'a finite number',
  },
  boolean: {
    fromText: (text) => `try_cast(${text} as boolean)`,
    fromType: (type, cell) => (type === 'BOOLEAN' ? cell : null),
    expected: 'true or false',
  },
  instant: {
    fromText: (text) => {
      // Nearly all of them are written in this form, and the other way takes several times as long.
      const plain = `case when ${isPlain(text)} then try_cast(${text} as timestamp) end`;
      // Text without a zone is UTC, which is the time zone of the session.
      const other = `case when regexp_full_match(${text}, '${instantPattern}') then timezone('UTC', try_cast(${padded(text)} as timestamptz)) end`;
      return toMs(`coalesce(${plain}, ${other})`);
    },
    fromType(type, cell) {
      if (type === 'TIMESTAMP WITH TIME ZONE') return toMs(`timezone('UTC', ${cell})`);
      return /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(type) ? toMs(`cast(${cell} as timestamp)`) : null;
    },
    expected: 'a time such as 2026-11-14T09:00:00Z or a day such as 2026-11-14; without a zone it is UTC',
  },
  texts: {
    fromText: (text) =>
      `case when ${text}[1] = '[' then case when json_valid(${text}) then try_cast(cast(${text} as json) as varchar[]) end else string_split(${text}, '|') end`,
    fromType: (type, cell) => (type.endsWith('[]') ? `cast(${cell} as varchar[])` : null),
    expected: 'a list such as use|ticket or ["use","ticket"]',
  },
  json: {
    fromText: (text) =>
      `case when json_valid(${text}) then case when json_type(${text}) = 'OBJECT' then cast(${text} as json) end end`,
    fromType: (type, cell) => (/^(STRUCT|MAP)/.test(type) ? `to_json(${cell})` : null),
    expected: 'a JSON object such as {"feature":"export"}',
  },
};

function finite(number: string): string {
  return `case when isfinite(${number}) then ${number} end`;
}

/** A cell that may be of any type, as the three of which it can be one; each null where it is another. */
export interface Scalar {
  readonly number: string;
  readonly text: string;
  readonly boolean: string;
  /** The same as JSON. */
  readonly json: string;
  /** True where there is a value that is none of the three: a number that is not finite. */
  readonly wrong: string;
}

/** A cell of a text column: a number or a boolean under these conditions on its row, which then reads as one. */
export function scalarOfText(text: string, { number, boolean }: { number: string; boolean: string }): Scalar {
  return {
    number: `case when ${number} then try_cast(${text} as double) end`,
    boolean: `case when ${boolean} then ${text} = 'true' end`,
    text: `case when not (${number} or ${boolean}) then ${text} end`,
    json: `case when ${number} or ${boolean} then cast(${text} as json) else to_json(${text}) end`,
    wrong: 'false',
  };
}

/** A value in JSON, by its own type. */
export function scalarOfJson(json: string): Scalar {
  const type = `json_type(${json})`;
  return {
    number: `case when ${type} in ('UBIGINT', 'BIGINT', 'DOUBLE') then ${finite(`try_cast(${json} as double)`)} end`,
    boolean: `case when ${type} = 'BOOLEAN' then cast(${json} as boolean) end`,
    text: `case when ${type} in ('VARCHAR', 'OBJECT', 'ARRAY') then ${json}->>'$' end`,
    json,
    wrong: `coalesce(${type} = 'DOUBLE' and not isfinite(try_cast(${json} as double)), false)`,
  };
}

/** A cell of a column with a type of its own, which is not text. */
export function scalarOfType(type: string, cell: string): Scalar {
  const none = { number: 'cast(null as double)', boolean: 'cast(null as boolean)', text: 'cast(null as varchar)' };
  const [json, wrong] = [`to_json(${cell})`, 'false'];
  if (isNumber.test(type)) {
    const number = `cast(${cell} as double)`;
    return { ...none, number: finite(number), json, wrong: `coalesce(not isfinite(${number}), false)` };
  }
  if (type === 'BOOLEAN') return { ...none, boolean: cell, json, wrong };
  const day = readers.instant.fromType?.(type, cell);
  const text = day ? `strftime(${day}, '%Y-%m-%dT%H:%M:%S.%gZ')` : `cast(${cell} as varchar)`;
  return { ...none, text, json: `to_json(${text})`, wrong };
}
