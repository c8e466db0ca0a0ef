import * as z from 'zod/mini';
import { id } from '../schema/primitives.ts';
import { ago, duration } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = z.strictObject({ kind: z.literal('change'), ...described, of: id, over: duration });
type Change = z.infer<typeof schema>;

/**
 * Change of another measure against `over` ago, as a share: −0.27 is 27 % down. Missing when either end is, when
 * the earlier one is 0 (nothing to compare with), and when the account is too young to have had a whole earlier window.
 */
export const change = measureKind<Change>({
  kind: 'change',
  schema,
  unit: 'percent',
  uses: ({ of }) => [of],
  reach: ({ of, over }, { now, zone, reach }) => reach(of, ago(now, over, zone)),
  read({ of, over }, { account, now, zone, measure, reach }) {
    const then = ago(now, over, zone);
    if (account.since !== null && account.since > reach(of, then)) return missing;
    const before = measure(of, then);
    const after = measure(of, now);
    if (before.value === null || after.value === null || before.value === 0) return missing;
    return {
      value: (after.value - before.value) / Math.abs(before.value),
      at: after.at,
      parts: { now: after.value, before: before.value },
    };
  },
  detail: ({ now, before }, words) => `from ${words(before ?? 0)} to ${words(now ?? 0)}`,
});

/** The same for all accounts at once. */
export const changeSql: MeasureSql<Change> = ({ of, over }, context) => {
  const then = ago(context.now, over, context.zone);
  const before = context.measure(of, then);
  const after = context.measure(of, context.now);
  const oldEnough = sql`(${context.since} is null or ${context.since} <= ${context.dialect.instant(context.reach(of, then))})`;
  const known = sql`${oldEnough} and ${before.value} is not null and ${after.value} is not null and ${before.value} <> 0`;
  return {
    value: sql`case when ${known} then cast(${after.value} - ${before.value} as double) / nullif(abs(${before.value}), 0) end`,
    at: sql`case when ${known} then ${after.at} end`,
    parts: {
      now: sql`case when ${known} then ${after.value} end`,
      before: sql`case when ${known} then ${before.value} end`,
    },
  };
};
