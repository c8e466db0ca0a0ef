import { ieee } from './arithmetic.ts';
import type { Dialect } from './dialect.ts';
import { finite } from './finite.ts';
import { type Fragment, join, parameter, sql } from './fragment.ts';
import { howOften } from './how-often.ts';
import { sumInParts } from './sum-in-parts.ts';
import { dayPattern, instantPattern } from './time-patterns.ts';

/** DuckDB 1.x. */
export const duckdb: Dialect = {
  ...ieee,
  name: 'duckdb',
  placeholder: (n) => `$${n}`,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  held: sql`materialized`,
  instant: (ms) => sql`make_timestamp(${parameter(String(ms * 1000), 'bigint')})`,
  // Before 1970 what is over is cut off towards 1970.
  epochMs: (timestamp) =>
    sql`cast(case when ${timestamp} < timestamp '1970-01-01' then epoch_ms(${timestamp} - interval 999 microseconds) else epoch_ms(${timestamp}) end as double)`,
  day(timestamp, zone) {
    const local = zone === null ? timestamp : sql`timezone(${zone}, timezone('UTC', ${timestamp}))`;
    return sql`(cast(${local} as date) - date '1970-01-01')`;
  },
  double: (number) => sql`cast(${number} as double)`,
  property: (json, key) => sql`json_extract_string(${json}, ${pointer(key)})`,
  number(json, key) {
    const number = sql`try_cast(json_extract_string(${json}, ${pointer(key)}) as double)`;
    // A cast takes text for a number too.
    return sql`case when json_type(${json}, ${pointer(key)}) in ('UBIGINT', 'BIGINT', 'DOUBLE') then ${finite(number)} end`;
  },
  timestamp(text, zone) {
    const at = sql`try_cast(replace(${text}, 'Z', '') as timestamp)`;
    const inZone = (local: Fragment) => sql`timezone('UTC', timezone(${zone}, ${local}))`;
    const late = inZone(at);
    // Where clocks go back over midnight it comes twice, and the engine takes the second.
    const early = sql`(${inZone(sql`${at} - interval 3 hours`)} + interval 3 hours)`;
    const isMidnight = sql`timezone(${zone}, timezone('UTC', ${early})) = ${at}`;
    const begins = zone === null ? at : sql`case when ${isMidnight} then least(${early}, ${late}) else ${late} end`;
    return sql`case when regexp_full_match(${text}, ${instantPattern}) then ${at} when regexp_full_match(${text}, ${dayPattern}) then ${begins} end`;
  },
  byCodePoint: (text) => text,
  holdsNul: true,
  textType: 'text',
  matches: (text, pattern) => sql`regexp_full_match(${text}, ${pattern})`,
  jsonRows: (fields) =>
    sql`cast(json_group_array(json_object(${join(
      fields.map(([key, value]) => sql`${key}, ${value}`),
      sql`, `,
    )})) as varchar)`,
  includes: (list, value) => sql`list_contains(${list}, ${value})`,
  medianOf: (values) => sql`list_aggregate(${list(values)}, 'median')`,
  medianSlope: (values) =>
    // The list is the one element of another, so that it is written once. Halves, so that no difference is infinite.
    sql`list_transform([${list(values)}], lambda v: list_aggregate(flatten(list_transform(range(1, len(v)), lambda d:
list_transform(range(1, len(v) - d + 1), lambda i: (v[i + d] * 0.5 - v[i] * 0.5) / (d * 0.5)))), 'median'))[1]`,
  named: (value, read) => read(value),
  sum: (value, take) => sumInParts({ arithmetic: ieee, take, bind: (read) => read(value) }),
  sumOfCounts: sql`sum(${howOften})`,
  // Plain arg_max passes over rows whose value is null; a fact that has become unknown must not keep its last value.
  latest: (value, by, take) => take(sql`arg_max_null(${value}, ${by})`),
};

// A JSON pointer (RFC 6901) has two characters to escape, a JSON path many more.
const pointer = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const list = (values: readonly Fragment[]): Fragment => sql`[${join(values, sql`, `)}]`;
