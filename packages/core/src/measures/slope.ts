import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { withoutDust as withoutDustSql } from '../sql/dust.ts';
import { join, sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import { divide } from '../stats/divide.ts';
import { median } from '../stats/median.ts';
import { pairSlopes } from '../stats/pair-slopes.ts';
import { sortedQuantile } from '../stats/sorted-quantile.ts';
import { withoutDust } from '../stats/without-dust.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { timesAgo } from './times-ago.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('slope'),
    ...described,
    of: id,
    weeks: z.int().check(z.gte(3), z.lte(104)),
    as: z.optional(z.enum(['absolute', 'share'])),
  });
type Slope = Made<typeof schema>;

/** How many of the weekly values must be known: half of them, and never less than three. */
const enough = (weeks: number): number => Math.max(3, Math.ceil(weeks / 2));

/**
 * How much another measure rises each week: the Theil–Sen slope of its values now, a week ago, … `weeks` of them. As a
 * `share` it is of the median size of those values, missing where that is 0, or so little that only rounding is left.
 * Values whose window reaches to before the account began do not count, nor do earlier ones that are undated. Missing
 * unless half of the values, and three, are known. As old as the newest of them.
 */
export const slope = measureKind<Slope>({
  kind: 'slope',
  unit: ({ of, as }, unitOf) => (as === 'share' ? 'percent' : unitOf(of)),
  uses: ({ of }) => [of],
  reach: ({ of, weeks }, { now, zone, reach }) => reach(of, timesAgo(now, '1w', weeks - 1, zone)),
  read({ of, weeks, as }, { account, now, zone, measure, reach }) {
    const known: { x: number; y: number; at: number | null }[] = [];
    for (let week = 0; week < weeks; week++) {
      const then = timesAgo(now, '1w', week, zone);
      if (account.since !== null && account.since > reach(of, then)) continue;
      const { value, at } = measure(of, then);
      if (value !== null && (week === 0 || at !== null)) known.push({ x: -week, y: value, at });
    }
    const [newest] = known;
    if (!newest || known.length < enough(weeks)) return missing;
    // The slope of `theilSen` alone: where a double cannot hold its intercept, nobody asks for that.
    const rise = sortedQuantile(pairSlopes(known.map(({ x, y }) => [x, y])), 0.5);
    const scale = as === 'share' ? median(known.map(({ y }) => Math.abs(y))) : 1;
    const value = divide(rise, withoutDust(scale ?? 0));
    if (value === null) return missing;
    return { value, at: newest.at, parts: { weekly: rise, known: known.length } };
  },
  detail({ weekly = 0, known = 0 }, words, { of }) {
    const pace = weekly === 0 ? 'steady' : `${weekly < 0 ? 'falling' : 'rising'} ${words(Math.abs(weekly), of)} a week`;
    return `${pace}, ${words(known)} weekly values`;
  },
});

/** How it is written in a model. */
export const slopeForm = /* @__PURE__ */ form(schema);

/** The same for all accounts at once. */
export const slopeSql: MeasureSql<Slope> = ({ of, weeks, as }, context) => {
  const { dialect, since } = context;
  const read = Array.from({ length: weeks }, (_, week) => {
    const then = timesAgo(context.now, '1w', week, context.zone);
    const whole = sql`(${since} is null or ${upTo(dialect, since, context.reach(of, then))})`;
    const { value, at } = context.measure(of, then);
    return { counts: week ? sql`${whole} and ${at} is not null` : whole, value, at };
  });
  const values = context.hold(
    read.map(({ value, counts }) => sql`case when ${counts} then ${dialect.double(value)} end`),
  );
  const known = join(
    values.map((value) => sql`case when ${value} is null then 0 else 1 end`),
    sql` + `,
  );
  const [rise = sql`null`] = context.hold([dialect.medianSlope(values.toReversed())]);
  const scale = as === 'share' ? withoutDustSql(dialect.medianOf(values.map((value) => sql`abs(${value})`))) : sql`1`;
  const newest = read.map(({ at }, week) => sql`when ${values[week] ?? sql`null`} is not null then ${at}`);
  return {
    value: sql`case when ${known} >= ${enough(weeks)} then ${dialect.divide(rise, scale)} end`,
    at: sql`case ${join(newest, sql` `)} end`,
    parts: { weekly: rise, known },
  };
};
