import { ieee } from './arithmetic.ts';
import type { Dialect } from './dialect.ts';
import { finite } from './finite.ts';
import { type Fragment, join, ours, parameter, sql } from './fragment.ts';
import { howOften } from './how-often.ts';
import { middle } from './middle.ts';
import { sumInParts } from './sum-in-parts.ts';
import { dayPattern, instantPattern } from './time-patterns.ts';

/** Whether the whole of a text is as a pattern says. Java's $ stands before a last line feed as well. */
const whole = (text: Fragment, pattern: string): Fragment => sql`${text} rlike ${`\\A(${pattern})\\z`}`;

/** The latest instant there is in JavaScript, in milliseconds; the earliest lies as far on the other side of 1970. */
const farthest = 8.64e15;

/**
 * Spark SQL 4, with ANSI mode on or off and in any session time zone. Columns of time are `timestamp_ntz`, JSON is text.
 */
export const spark: Dialect = {
  ...ieee,
  name: 'spark',
  // An integer times an integer may overflow, and division of them is not that of JavaScript.
  placeholder: (_, value) => (typeof value === 'number' ? 'cast(? as double)' : '?'),
  quote: (name) => `\`${name.replaceAll('`', '``')}\``,
  // Spark has no word for it; it writes out what is read once, which these are.
  held: sql``,
  instant(ms) {
    const at = new Date(Math.max(-farthest, Math.min(farthest, ms))).toISOString();
    return parameter(at.replace('Z', ''), 'timestamp_ntz');
  },
  // Through an interval: functions of epochs take timestamps of the session's zone.
  epochMs: (timestamp) =>
    sql`cast(floor(cast(${timestamp} - timestamp_ntz '1970-01-01 00:00:00' as decimal(18, 6)) * 1000) as double)`,
  day(timestamp, zone) {
    const local = zone === null ? timestamp : sql`convert_timezone('UTC', ${zone}, ${timestamp})`;
    return sql`unix_date(cast(${local} as date))`;
  },
  double: (number) => sql`cast(${number} as double)`,
  property: (json, key) => field(json, key, 'string'),
  // Text in the place of a number is none, but for names of numbers that are not finite.
  number: (json, key) => finite(field(json, key, 'double')),
  timestamp(text, zone) {
    const at = sql`try_cast(replace(${text}, 'Z', '') as timestamp_ntz)`;
    // Where midnight comes twice it is the first, where it is skipped the instant of the jump.
    const begins = zone === null ? at : sql`convert_timezone(${zone}, 'UTC', ${at})`;
    return sql`case when ${whole(text, instantPattern)} then ${at} when ${whole(text, dayPattern)} then ${begins} end`;
  },
  byCodePoint: (text) => text,
  holdsNul: true,
  textType: 'string',
  matches: whole,
  jsonRows: (fields) =>
    sql`to_json(collect_list(named_struct(${join(
      fields.map(([key, value]) => sql`${key}, ${value}`),
      sql`, `,
    )})))`,
  includes: (list, value) => sql`array_contains(${list}, ${value})`,
  medianOf: (values) => median(list(values)),
  medianSlope(values) {
    const slopes = sql`flatten(transform(sequence(1, size(v) - 1), d ->
transform(sequence(1, size(v) - d), i -> (v[i + d - 1] * 0.5 - v[i - 1] * 0.5) / (d * 0.5))))`;
    // The list is the one element of another, so that it is written once.
    return sql`transform(array(${list(values)}), v -> ${median(slopes)})[0]`;
  },
  // A list of one, so that it is written once.
  named: (value, read) => sql`transform(array(${value}), x -> ${read(sql`x`)})[0]`,
  sum: (value, take) =>
    sumInParts({
      arithmetic: ieee,
      take,
      bind: (read) => spark.named(spark.double(value), read),
      // Rounding functions give integers, which end before doubles do.
      cut: (number) => sql`(${number} - ${number} % 1)`,
    }),
  sumOfCounts: sql`sum(${howOften})`,
  latest: (value, by, take) => take(sql`max_by(${value}, ${by})`),
};

/**
 * A property read as a type by a schema of that one field; null where it is absent or cannot be read so. The schema is a
 * parameter, and the field gets a name of ours: Spark puts what it knows in place of `${env:HOME}` anywhere in a text.
 */
const field = (json: Fragment, key: string, type: 'string' | 'double'): Fragment =>
  sql`cast(from_json(${json}, ${`${spark.quote(key)} ${type}`}) as struct<p: ${ours(type)}>).p`;

const list = (values: readonly Fragment[]): Fragment => sql`array(${join(values, sql`, `)})`;

/** The median of a list whose nulls are left out; null of none. */
const median = (values: Fragment): Fragment =>
  sql`transform(array(array_sort(filter(${values}, x -> x is not null))), s ->
${middle(sql`get(s, (size(s) - 1) div 2)`, sql`get(s, size(s) div 2)`)})[0]`;
