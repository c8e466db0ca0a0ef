import type { Dialect } from './dialect.ts';
import { isFiniteSql } from './finite.ts';
import { type Fragment, join, sql, type Value } from './fragment.ts';
import { howOften } from './how-often.ts';
import { toDouble, unending } from './postgres-doubles.ts';
import { timestampOf } from './postgres-time.ts';
import { sumInParts } from './sum-in-parts.ts';

/** Before any instant a document can name, and no earlier than Postgres can. */
const earliest = -2e14;

/** Postgres 15 and later, with any collation and in any session time zone. JSON is `jsonb` or `json`. */
export const postgres: Dialect = {
  ...unending,
  name: 'postgres',
  // A parameter alone in a column would be text.
  placeholder: (n, value) => `$${n}${typeOf(value)}`,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  held: sql`materialized`,
  instant: (ms) => sql`(to_timestamp(${Math.max(ms, earliest)} / 1000) at time zone 'UTC')`,
  // Cut to the millisecond first: all that is left to round away is what a fraction of a second cannot say.
  epochMs: (timestamp) => sql`round(date_part('epoch', date_trunc('milliseconds', ${timestamp})) * 1000)`,
  day(timestamp, zone) {
    const local = zone === null ? timestamp : sql`((${timestamp} at time zone 'UTC') at time zone ${zone})`;
    return sql`(cast(${local} as date) - date '1970-01-01')`;
  },
  double: toDouble,
  property: (json, key) => sql`(${json} ->> ${key})`,
  number: (json, key) =>
    // JSON takes numbers that a double does not; jsonb writes them out in full, and none of 300 digits is one of those.
    sql`(select case when jsonb_typeof(o.x) <> 'number' then null when length(o.x #>> '{}') < 300 then ${toDouble(sql`o.x`)}
when abs(cast(o.x as numeric)) > 1.7976931348623157e308 then null when abs(cast(o.x as numeric)) < 4e-324 then 0 else ${toDouble(sql`o.x`)} end
from (values (cast(${json} as jsonb) -> ${key})) o(x))`,
  timestamp: timestampOf,
  byCodePoint: (text) => sql`${text} collate "C"`,
  holdsNul: false,
  textType: 'text',
  mostColumns: 1664,
  // More than two bytes count, and a driver sends the remainder.
  mostValues: 65_535,
  matches: (text, pattern) => sql`(${text} ~ ${`^(${pattern})$`})`,
  jsonRows: (fields) =>
    sql`cast(json_agg(json_build_object(${join(
      fields.map(([key, value]) => sql`${key}, ${value}`),
      sql`, `,
    )})) as text)`,
  // The same list each time, so that it is sent once. Text with U+0000 cannot be, and is equal to nothing that is held.
  among: (text, many) => sql`${text} = any(${many.some(holdsNul) ? many.filter((one) => !holdsNul(one)) : many})`,
  includes: (list, value) => sql`(cast(${list} as text[]) @> array[${value}])`,
  medianOf: (values) => medianIn(array(values)),
  medianSlope(values) {
    const half = (value: Fragment) => unending.times(value, sql`0.5`);
    const slope = unending.divide(unending.minus(half(sql`j.v`), half(sql`i.v`)), sql`(j.n - i.n) / 2.0`);
    return medianIn(sql`array(select ${slope} from (values (${array(values)})) o(x),
unnest(o.x) with ordinality i(v, n), unnest(o.x) with ordinality j(v, n) where i.n < j.n and i.v is not null and j.v is not null)`);
  },
  named: (value, read) => sql`(select ${read(sql`o.x`)} from (values (${value})) o(x))`,
  sum: (value, take) =>
    sumInParts({ arithmetic: unending, take, bind: (read) => postgres.named(toDouble(value), read) }),
  sumOfCounts: sql`sum(case when ${howOften} <= 1e290 then ${howOften} else 'infinity' end)`,
  latest: (value, by, take) => sql`(${take(sql`array_agg(${value} order by ${by} desc)`)})[1]`,
};

function typeOf(value: Value): string {
  if (value === null) return '';
  return `::${Array.isArray(value) ? 'text[]' : types[typeof value as keyof typeof types]}`;
}

const types = { number: 'double precision', string: 'text', boolean: 'boolean' };

const holdsNul = (text: string): boolean => text.includes('\0');

const median = (of: Fragment): Fragment => sql`percentile_cont(0.5) within group (order by ${of})`;

/** The median of an array of doubles. Where the way between two is more than a double holds, that of their halves. */
const medianIn = (list: Fragment): Fragment =>
  sql`(select case when o.m is null or ${isFiniteSql(sql`o.m`)} then o.m else (select ${median(halved)} * 2 from unnest(l.v) o(x)) end
from (values (${list})) l(v), lateral (select ${median(sql`x`)} from unnest(l.v) o(x)) o(m))`;

// What is next to nothing has no half that Postgres would take.
const halved = sql`case when abs(x) < 1e-300 then 0 else x * 0.5 end`;

const array = (values: readonly Fragment[]): Fragment => sql`array[${join(values.map(toDouble), sql`, `)}]`;
