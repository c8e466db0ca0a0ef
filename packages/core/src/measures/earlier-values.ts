import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { id } from '../schema/primitives.ts';
import { duration } from '../schema/time.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import type { Observation, ReachContext, ReadContext, SqlContext, SqlObservation } from './measure-kind.ts';
import { timesAgo } from './times-ago.ts';

/** Fields of a measure that holds another one against what it usually is. */
export const againstItself = /* @__PURE__ */ made(() => ({
  of: id,
  /** How far apart the readings are. */
  every: duration,
  /** How many earlier readings make what is usual. */
  before: z.int().check(z.gte(3), z.lte(104)),
}));

/** A measure with those fields. */
export interface AgainstItself {
  readonly of: string;
  readonly every: string;
  readonly before: number;
}

/** How many of the readings that make what is usual must be known: half of them, and never less than three. */
export const enough = (before: number): number => Math.max(3, Math.ceil(before / 2));

/** The earliest instant that `times` readings before now look at. */
export const earliest = ({ of, every }: AgainstItself, times: number, { now, zone, reach }: ReachContext): number =>
  reach(of, timesAgo(now, every, times, zone));

/** The measure now. */
export const newest = ({ of }: AgainstItself, { measure, now }: ReadContext): Observation => measure(of, now);

/**
 * The measure's values `from` to `to` times `every` ago, the newest first; null for what is not known, for an earlier
 * value that nobody dated, and for one whose window reaches to before the account began.
 */
export function valuesAgo(
  { of, every }: AgainstItself,
  [from, to]: readonly [number, number],
  { account, now, zone, measure, reach }: ReadContext,
): (number | null)[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const then = timesAgo(now, every, from + index, zone);
    const { value, at } = measure(of, then);
    return at === null || (account.since !== null && account.since > reach(of, then)) ? null : value;
  });
}

/** The measure now, in a statement that reads all accounts at once. */
export const newestSql = ({ of }: AgainstItself, { measure, now }: SqlContext): SqlObservation => measure(of, now);

/** Columns of the same values. */
export function valuesAgoSql(
  { of, every }: AgainstItself,
  [from, to]: readonly [number, number],
  { dialect, since, now, zone, measure, reach, hold }: SqlContext,
): Fragment[] {
  return hold(
    Array.from({ length: to - from + 1 }, (_, index) => {
      const then = timesAgo(now, every, from + index, zone);
      const { value, at } = measure(of, then);
      const begun = sql`(${since} is null or ${upTo(dialect, since, reach(of, then))})`;
      return sql`case when ${begun} and ${at} is not null then ${dialect.double(value)} end`;
    }),
  );
}

/** How many of the columns are known. */
export const knownSql = (values: readonly Fragment[]): Fragment =>
  join(
    values.map((value) => sql`case when ${value} is null then 0 else 1 end`),
    sql` + `,
  );
