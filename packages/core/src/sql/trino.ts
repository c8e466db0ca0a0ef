import { ieee } from './arithmetic.ts';
import type { Dialect } from './dialect.ts';
import { finite } from './finite.ts';
import { type Fragment, join, parameter, sql, type Value } from './fragment.ts';
import { howOften } from './how-often.ts';
import { middle } from './middle.ts';
import { dayPattern, instantPattern } from './time-patterns.ts';

/**
 * Trino, with times as `timestamp(6)`, lists as `array(varchar)` and JSON as `json`. Parsed, not run: no Trino is at hand
 * where our tests run, so nobody has seen yet that its figures are those of JavaScript.
 */
export const trino: Dialect = {
  ...ieee,
  name: 'trino',
  placeholder: (_, value) => `cast(? as ${typeOf(value)})`,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  held: sql``,
  instant: (ms) =>
    sql`date_add('millisecond', ${parameter(String(ms), 'bigint')}, timestamp '1970-01-01 00:00:00.000000')`,
  epochMs: (timestamp) =>
    sql`cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', ${timestamp})) as double)`,
  day(timestamp, zone) {
    const local =
      zone === null ? timestamp : sql`cast(at_timezone(with_timezone(${timestamp}, 'UTC'), ${zone}) as timestamp(6))`;
    return sql`date_diff('day', date '1970-01-01', cast(${local} as date))`;
  },
  double: (number) => sql`cast(${number} as double)`,
  property: (json, key) => sql`json_extract_scalar(${json}, ${path(key)})`,
  number(json, key) {
    const isNumber = sql`regexp_like(json_format(json_extract(${json}, ${path(key)})), '^-?[0-9]')`;
    const number = sql`try_cast(json_extract_scalar(${json}, ${path(key)}) as double)`;
    return sql`case when ${isNumber} then ${finite(number)} end`;
  },
  timestamp(text, zone) {
    const at = sql`try_cast(replace(replace(${text}, 'T', ' '), 'Z', '') as timestamp(6))`;
    const begins = zone === null ? at : sql`cast(at_timezone(with_timezone(${at}, ${zone}), 'UTC') as timestamp(6))`;
    return sql`case when regexp_like(${text}, ${`^${instantPattern}$`}) then ${at} when regexp_like(${text}, ${`^${dayPattern}$`}) then ${begins} end`;
  },
  byCodePoint: (text) => text,
  holdsNul: true,
  textType: 'varchar',
  matches: (text, pattern) => sql`regexp_like(${text}, ${`^(${pattern})$`})`,
  jsonRows(fields) {
    const keys = fields.map(([key]) => sql`${key}`);
    const values = fields.map(([, value]) => sql`cast(${value} as json)`);
    return sql`json_format(cast(array_agg(map(${array(keys)}, ${array(values)})) as json))`;
  },
  includes: (list, value) => sql`contains(${list}, ${value})`,
  medianOf: (values) => median(array(values)),
  medianSlope(values) {
    const slopes = sql`flatten(transform(sequence(1, cardinality(v) - 1), d ->
transform(sequence(1, cardinality(v) - d), i -> (v[i + d] * 0.5 - v[i] * 0.5) / (d * 0.5))))`;
    // The list is the one element of another, so that it is written once.
    return sql`element_at(transform(array[${array(values)}], v -> ${median(slopes)}), 1)`;
  },
  named: (value, read) => read(value),
  sum: (value, take) => take(sql`sum(${value})`),
  sumOfCounts: sql`sum(${howOften})`,
  latest: (value, by, take) => take(sql`max_by(${value}, ${by})`),
};

function typeOf(value: Value): string {
  if (Array.isArray(value)) return 'array(varchar)';
  return types[typeof value as keyof typeof types] ?? 'varchar';
}

const types = { number: 'double', string: 'varchar', boolean: 'boolean' };

/** Where a property lies in a JSON object, whatever its name holds. */
const path = (key: string): string => `$["${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"]`;

const array = (values: readonly Fragment[]): Fragment => sql`array[${join(values, sql`, `)}]`;

/** The median of a list whose nulls are left out; null of none. */
const median = (values: Fragment): Fragment =>
  sql`element_at(transform(array[array_sort(filter(${values}, x -> x is not null))], s ->
${middle(sql`element_at(s, (cardinality(s) - 1) / 2 + 1)`, sql`element_at(s, cardinality(s) / 2 + 1)`)}), 1)`;
