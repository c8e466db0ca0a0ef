import type { Dialect } from './dialect.ts';
import { parameter, sql } from './fragment.ts';

// A cast takes other forms of time too, and midnight as the end of a day.
const dayPattern = '\\d{4}-\\d\\d-\\d\\d';
const instantPattern = `${dayPattern}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?Z`;

/** DuckDB 1.x. */
export const duckdb: Dialect = {
  name: 'duckdb',
  placeholder: (n) => `$${n}`,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  instant: (ms) => sql`make_timestamp(${parameter(String(ms * 1000), 'bigint')})`,
  epochMs: (timestamp) => sql`cast(epoch_ms(${timestamp}) as double)`,
  day(timestamp, zone) {
    const local = zone === null ? timestamp : sql`timezone(${zone}, timezone('UTC', ${timestamp}))`;
    return sql`(cast(${local} as date) - date '1970-01-01')`;
  },
  // A JSON pointer (RFC 6901) has two characters to escape, a JSON path many more.
  property: (json, key) => sql`json_extract_string(${json}, ${`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`})`,
  timestamp(text, zone) {
    const at = sql`try_cast(replace(${text}, 'Z', '') as timestamp)`;
    const begins = zone === null ? at : sql`timezone('UTC', timezone(${zone}, ${at}))`;
    return sql`case when regexp_full_match(${text}, ${instantPattern}) then ${at} when regexp_full_match(${text}, ${dayPattern}) then ${begins} end`;
  },
  includes: (list, value) => sql`list_contains(${list}, ${value})`,
  // Plain arg_max passes over rows whose value is null; a fact that has become unknown must not keep its last value.
  latest: (value, by) => sql`arg_max_null(${value}, ${by})`,
};
