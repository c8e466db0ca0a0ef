import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { withoutDust as withoutDustSql } from '../sql/dust.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { divide } from '../stats/divide.ts';
import { perDistance, usualOf } from '../stats/usual-of.ts';
import { withoutDust } from '../stats/without-dust.ts';
import { described } from './described.ts';
import {
  againstItself,
  earliest,
  enough,
  knownSql,
  newest,
  newestSql,
  valuesAgo,
  valuesAgoSql,
} from './earlier-values.ts';
import { anyNumber, type ExtentOf } from './extent.ts';
import { type MeasureSql, measureKind, missing, type SqlContext } from './measure-kind.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('against-usual'),
    ...described,
    ...againstItself,
    as: z.optional(z.enum(['share', 'absolute', 'deviations'])),
    /** In deviations: the least that one is taken to be, in the unit of `of`. */
    leastDeviation: z.optional(z.number().check(z.gt(0))),
  });
type AgainstUsual = Made<typeof schema>;

/**
 * How far another measure is from what is usual for it: the median of its values one, two, … `before` times `every` ago,
 * which are of the same weekdays where that is whole weeks, and of the same season where it is a year. As a share of what
 * is usual (−0.27 is 27 % below), `absolute` in its own unit, or in `deviations`, the robust z-score: over the median
 * distance of those values from their median times 1.4826, or `leastDeviation` where that is more. Earlier values that
 * are undated, or whose window reaches to before the account began, do not count. Missing where the value now is, unless
 * half of the earlier ones, and three, are known, and where it would be divided by 0 or next to nothing. As old as the
 * value now.
 * Iglewicz & Hoaglin, "How to Detect and Handle Outliers" (1993).
 */
export const againstUsual = measureKind<AgainstUsual>({
  kind: 'against-usual',
  unit: ({ of, as }, unitOf) => (as === 'absolute' ? unitOf(of) : as === 'deviations' ? 'number' : 'percent'),
  uses: ({ of }) => [of],
  reach: (measure, context) => earliest(measure, measure.before, context),
  read(measure, context) {
    const { as, before, leastDeviation } = measure;
    const now = newest(measure, context);
    const known = valuesAgo(measure, [1, before], context).filter((value) => value !== null);
    if (now.value === null || known.length < enough(before)) return missing;
    const { usual, halfSpread } = usualOf(known);
    const value =
      as === 'deviations'
        ? divide(now.value / 2 - usual / 2, halfDeviation(halfSpread, leastDeviation))
        : divide(now.value - usual, as === 'absolute' ? 1 : withoutDust(Math.abs(usual)));
    return value === null ? missing : { value, at: now.at, parts: { now: now.value, usual } };
  },
  detail: ({ now = 0, usual = 0 }, words, { of }) => `${words(now, of)}, usually ${words(usual, of)}`,
});

/** How it is written in a model. */
export const againstUsualForm = /* @__PURE__ */ form(schema, undefined, (({ of, as = 'share' }, extentOf) =>
  // What is at least 0 falls by no more than all of what is usual.
  as === 'share' && extentOf(of)[0] >= 0 ? [-1, anyNumber[1]] : anyNumber) satisfies ExtentOf<AgainstUsual>);

/** The same for all accounts at once. */
export const againstUsualSql: MeasureSql<AgainstUsual> = (measure, context) => {
  const { dialect, hold } = context;
  const { as, before, leastDeviation } = measure;
  const now = newestSql(measure, context);
  const values = valuesAgoSql(measure, [1, before], context);
  const [usual = sql`null`] = hold([dialect.medianOf(values)]);
  const off = dialect.minus(dialect.double(now.value), usual);
  const value =
    as === 'deviations'
      ? inDeviations(now.value, usual, halfDeviationSql(values, usual, leastDeviation, context), context)
      : as === 'absolute'
        ? off
        : dialect.divide(off, withoutDustSql(sql`abs(${usual})`));
  return {
    value: sql`case when ${knownSql(values)} >= ${enough(before)} then ${value} end`,
    at: now.at,
    parts: { now: now.value, usual },
  };
};

/** Half of what a deviation is: 0 where it is next to nothing. */
export const halfDeviation = (halfSpread: number, least = 0): number => withoutDust(Math.max(halfSpread, least / 2));

const halved = (value: Fragment, { dialect }: SqlContext): Fragment => dialect.times(dialect.double(value), sql`0.5`);

/** A column of the same. */
export function halfDeviationSql(
  values: readonly Fragment[],
  usual: Fragment,
  least: number | undefined,
  context: SqlContext,
): Fragment {
  const { dialect, hold } = context;
  const away = values.map((value) => sql`abs(${dialect.minus(halved(value, context), halved(usual, context))})`);
  const spread = dialect.times(dialect.medianOf(away), sql`${perDistance}`);
  const [half = sql`null`] = hold([
    withoutDustSql(least === undefined ? spread : sql`greatest(${spread}, ${least / 2})`),
  ]);
  return half;
}

/** How many deviations a value is from what is usual. */
export const inDeviations = (value: Fragment, usual: Fragment, halfSpread: Fragment, context: SqlContext): Fragment =>
  context.dialect.divide(context.dialect.minus(halved(value, context), halved(usual, context)), halfSpread);
