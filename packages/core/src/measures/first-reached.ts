import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { dayMs } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { toMillionthsSql } from '../sql/significant.ts';
import { upTo } from '../sql/up-to.ts';
import { toMillionths } from '../stats/significant.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { keyOf, keySql } from './value-key.ts';
import { eventCondition, matches, propertyOf, where } from './where.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('first-reached'),
    ...described,
    event: id,
    where: z.optional(where),
    of: z.optional(id),
    reach: z.optional(z.number().check(z.gt(0))),
  });
type FirstReached = Made<typeof schema>;

/**
 * Time to value: days, with fractions, from the account's beginning until an event had happened `reach` times (1 when
 * absent; the sum of the events' counts), or had `reach` different values of a property. What happened before the
 * beginning, as in a trial, counts: reached by then is 0 days. Missing until it is reached.
 */
export const firstReached = measureKind<FirstReached>({
  kind: 'first-reached',
  unit: 'days',
  read(measure, { account, now }) {
    const { event, of, reach = 1 } = measure;
    if (!account.tracks(event) || account.since === null || account.since > now) return missing;
    const seen = new Set<string>();
    // Both to the millionth, so that ten tenths are one.
    const enough = toMillionths(reach);
    let reached = 0;
    for (const one of account.events(event, -Infinity, now)) {
      if (!matches(one, measure.where)) continue;
      const value = of === undefined ? null : propertyOf(one, of);
      if (value !== null) seen.add(keyOf(value));
      reached = of === undefined ? reached + one.count : seen.size;
      if (toMillionths(reached) >= enough) return { value: Math.max(0, one.at - account.since) / dayMs, at: now };
    }
    return missing;
  },
});

/** How it is written in a model. */
export const firstReachedForm = /* @__PURE__ */ form(schema, undefined, counted);

/** The same for all accounts at once. */
export const firstReachedSql: MeasureSql<FirstReached> = (measure, context) => {
  const { dialect, now, since } = context;
  const { event, of, reach = 1 } = measure;
  const seen = sql`${eventCondition(dialect, event, measure.where)} and e.at < ${dialect.instant(now)}`;
  const totals =
    of === undefined
      ? sql`(select e.account_id, e.at, ${dialect.sumOfCounts} over (partition by e.account_id order by e.at) as reached from events e where ${seen})`
      : // The first time of each value, counted in order of time.
        sql`(select e.account_id, e.at, count(*) over (partition by e.account_id order by e.at) as reached from (
select e.account_id, e.value, min(e.at) as at from (select e.account_id, e.at, ${keySql(dialect, of)} as value from events e where ${seen}) e
where e.value is not null group by e.account_id, e.value) e)`;
  const at = dialect.epochMs(
    context.over(
      totals,
      sql`min(case when ${of === undefined ? toMillionthsSql(sql`e.reached`) : sql`e.reached`} >= ${toMillionths(reach)} then e.at end)`,
    ),
  );
  const known = sql`${at} is not null and ${context.tracks(event)} and ${upTo(dialect, since, now)}`;
  return {
    value: sql`case when ${known} then greatest(0, ${at} - ${dialect.epochMs(since)}) / ${dayMs} end`,
    at: sql`${now}`,
  };
};
