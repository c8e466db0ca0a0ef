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
export const tiny = 1e-120;

/**
 * How far a value has come from one number to another, as `whole` at the end: from 0 to that, and no further on
 * either side.
 */
export function along(dialect: Dialect, value: Fragment, from: number, to: number, whole: 1 | 100): Fragment {
  const span = to - from;
  const [near, end, way] = doubles(dialect, [from + span * tiny, to, span]);
  const [past, before] = span > 0 ? [sql`>=`, sql`<=`] : [sql`<=`, sql`>=`];
  const come = from === 0 ? value : sql`(${value} - ${double(dialect, from)})`;
  const all = whole === 1 ? sql`1` : sql`100`;
  const part = whole === 1 ? sql`${come} / ${way}` : sql`${come} / ${way} * 100`;
  return sql`case when ${value} ${past} ${end} then ${all} when ${value} ${before} ${near} then 0 else ${part} end`;
}

/** The same as `clamp`, for a number that is there. */
export const clampSql = (score: Fragment): Fragment => sql`greatest(0, least(100, ${score}))`;
