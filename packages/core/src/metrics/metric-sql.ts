import type { Dialect } from '../sql/dialect.ts';
import { double, doubles } from '../sql/double.ts';
import { type Fragment, sql } from '../sql/fragment.ts';

/** What a metric makes of a value, as SQL expressions. */
export interface SqlScore {
  /** 0–100. Asked for only where the metric applies. */
  readonly score: Fragment;
  /** Whether the metric applies; absent where it does to any value. */
  readonly applies?: Fragment;
  /** Points it gives or costs in a `points` group, for a kind that says so itself. */
  readonly points?: Fragment;
}

/**
 * A metric in a statement that scores all accounts at once; `value` is a finite number wherever it is asked. Some engines
 * stop at numbers that a double cannot hold, be they too large or too small, so a kind looks where a value lies before
 * it reckons with it.
 */
export type MetricSql<M> = (metric: M, value: Fragment, dialect: Dialect) => SqlScore;

/** What is so small beside a way that it is none of it: engines may refuse what they would get by dividing it further. */
export const tiny = 1e-100;

/**
 * How far a value has come from one number to another, as `whole` at the end: from 0 to that, and no further on
 * either side.
 */
export function along(dialect: Dialect, value: Fragment, from: number, to: number, whole: number): Fragment {
  const span = to - from;
  const [start, near, end, none, all] = doubles(dialect, [from, from + span * tiny, to, 0, whole]);
  const [past, before] = span > 0 ? [sql`>=`, sql`<=`] : [sql`<=`, sql`>=`];
  const part = sql`(${value} - ${start}) / ${double(dialect, span)} * ${all}`;
  return sql`case when ${value} ${past} ${end} then ${all} when ${value} ${before} ${near} then ${none} else ${part} end`;
}

/** The same as `clamp`, for a number that is there. */
export const clampSql = (dialect: Dialect, score: Fragment): Fragment =>
  sql`greatest(${double(dialect, 0)}, least(${double(dialect, 100)}, ${score}))`;
