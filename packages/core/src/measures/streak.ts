import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { duration } from '../schema/time.ts';
import { join, sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import { described } from './described.ts';
import type { Extent } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { timesAgo } from './times-ago.ts';

type Limits = { readonly [K in 'lt' | 'lte' | 'gt' | 'gte']?: number | undefined };

const schema = () => {
  const threshold = z.optional(z.number());
  return z
    .strictObject({
      kind: z.literal('streak'),
      ...described,
      of: id,
      every: duration,
      most: z.int().check(z.gte(1), z.lte(366)),
      lt: threshold,
      lte: threshold,
      gt: threshold,
      gte: threshold,
    })
    .check(
      z.refine(canHold, {
        error: 'have lt, lte, gt or gte, and no two that no number meets at once',
        params: { code: 'no-threshold' },
      }),
    );
};
type Streak = Made<typeof schema>;

function canHold({ lt = Infinity, lte = Infinity, gt = -Infinity, gte = -Infinity }: Limits): boolean {
  const [low, high] = [Math.max(gt, gte), Math.min(lt, lte)];
  return (low > -Infinity || high < Infinity) && (low < high || (low === high && low > gt && high < lt));
}

const holds = (value: number, { lt = Infinity, lte = Infinity, gt = -Infinity, gte = -Infinity }: Limits): boolean =>
  value < lt && value <= lte && value > gt && value >= gte;

/**
 * For how many periods in a row, ending now, another measure has met thresholds: it is read now, `every` before, twice
 * that before, `most` times at most. An unknown value ends the streak, and so do an earlier one that is undated and one
 * whose window reaches to before the account began. Missing when the value now is unknown. As old as the value now.
 */
export const streak = measureKind<Streak>({
  kind: 'streak',
  unit: 'number',
  uses: ({ of }) => [of],
  reach: ({ of, every, most }, { now, zone, reach }) => reach(of, timesAgo(now, every, most - 1, zone)),
  read(streak, { account, now, zone, measure, reach }) {
    const { of, every, most } = streak;
    const newest = measure(of, now);
    if (newest.value === null) return missing;
    let value = 0;
    for (; value < most; value++) {
      const at = timesAgo(now, every, value, zone);
      const then = measure(of, at);
      if (value && (then.at === null || (account.since !== null && account.since > reach(of, at)))) break;
      if (then.value === null || !holds(then.value, streak)) break;
    }
    return { value, at: newest.at, parts: { now: newest.value } };
  },
  detail: ({ now }, words, { of }) => `${words(now ?? 0, of)} now`,
});

/** How it is written in a model. */
export const streakForm = /* @__PURE__ */ form(schema, undefined, ({ most }: Streak): Extent => [0, most]);

/** The same for all accounts at once. */
export const streakSql: MeasureSql<Streak> = (streak, context) => {
  const { of, every, most } = streak;
  const limits = [
    { limit: 'lt', operator: sql`<` },
    { limit: 'lte', operator: sql`<=` },
    { limit: 'gt', operator: sql`>` },
    { limit: 'gte', operator: sql`>=` },
  ] as const;
  const tests = limits.flatMap(({ limit, operator }) => {
    const edge = streak[limit];
    return edge === undefined ? [] : [sql`${operator} ${edge}`];
  });
  const newest = context.measure(of, context.now);
  const ends = Array.from({ length: most }, (_, times) => {
    const at = timesAgo(context.now, every, times, context.zone);
    const { value, at: seen } = context.measure(of, at);
    const met = tests.map((test) => sql`${value} ${test}`);
    const begun = sql`(${context.since} is null or ${upTo(context.dialect, context.since, context.reach(of, at))})`;
    const earlier = [sql`${seen} is not null`, begun, ...met];
    return sql`when (${join(times ? earlier : met, sql` and `)}) is not true then ${times}`;
  });
  return {
    value: sql`case when ${newest.value} is null then null ${join(ends, sql` `)} else ${most} end`,
    at: newest.at,
    parts: { now: newest.value },
  };
};
