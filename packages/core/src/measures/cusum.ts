import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { finite } from '../sql/finite.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { divide } from '../stats/divide.ts';
import { usualOf } from '../stats/usual-of.ts';
import { halfDeviation, halfDeviationSql, inDeviations } from './against-usual.ts';
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
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('cusum'),
    ...described,
    ...againstItself,
    /** How many readings are watched, the one now included. */
    last: z.int().check(z.gte(1), z.lte(52)),
    direction: z.enum(['up', 'down']),
    /** k, in deviations. */
    slack: z.optional(z.number().check(z.gte(0), z.lte(100))),
    /** The least that a deviation is taken to be, in the unit of `of`. */
    leastDeviation: z.optional(z.number().check(z.gt(0))),
  });
type Cusum = Made<typeof schema>;

const usualSlack = 0.5;

/** No value counts as further off than this: sums of such are still numbers. */
const furthest = 1e9;

/**
 * What has gathered of a shift, in deviations, 0 or more: the one-sided CUSUM of the `last` values of another measure,
 * `every` apart, held against the `before` values before them. Each is taken in deviations z, as `against-usual` has
 * them; S begins at 0 and is max(0, S + z − k) after each, or max(0, S − z − k) downwards, where the slack k is 0.5 unless
 * told. A rule `gt` 4 or 5, Page's h, raises the alarm, strictly above it. A watched value that is not known leaves S as
 * it is. Missing where the value now is, unless half of the values before, and three, are known, and where a deviation
 * is 0. As old as the value now. Page, Biometrika 41 (1954) 100.
 */
export const cusum = measureKind<Cusum>({
  kind: 'cusum',
  unit: 'number',
  uses: ({ of }) => [of],
  reach: (measure, context) => earliest(measure, measure.last + measure.before - 1, context),
  read(measure, context) {
    const { last, before, direction, slack = usualSlack, leastDeviation } = measure;
    const now = newest(measure, context);
    const known = valuesAgo(measure, [last, last + before - 1], context).filter((value) => value !== null);
    if (now.value === null || known.length < enough(before)) return missing;
    const { usual, halfSpread } = usualOf(known);
    const half = halfDeviation(halfSpread, leastDeviation);
    if (half === 0) return missing;
    const gathered = [now.value, ...valuesAgo(measure, [1, last - 1], context)].reduceRight<number>((sum, value) => {
      const z = value === null ? null : divide(value / 2 - usual / 2, half);
      if (z === null) return sum;
      const held = Math.max(-furthest, Math.min(furthest, z));
      return Math.max(0, sum + ((direction === 'up' ? held : -held) - slack));
    }, 0);
    return { value: gathered, at: now.at, parts: { now: now.value, usual } };
  },
  detail: ({ now = 0, usual = 0 }, words, { of }) => `${words(now, of)} now, usually ${words(usual, of)}`,
});

/** How it is written in a model. */
export const cusumForm = /* @__PURE__ */ form(schema, undefined, counted);

/** The same for all accounts at once. */
export const cusumSql: MeasureSql<Cusum> = (measure, context) => {
  const { last, before, direction, slack = usualSlack, leastDeviation } = measure;
  const { dialect, hold } = context;
  const now = newestSql(measure, context);
  const values = valuesAgoSql(measure, [last, last + before - 1], context);
  const [usual = sql`null`] = hold([dialect.medianOf(values)]);
  const half = halfDeviationSql(values, usual, leastDeviation, context);
  const watched = [now.value, ...valuesAgoSql(measure, [1, last - 1], context)].reverse();
  const far = hold(watched.map((value) => inDeviations(value, usual, half, context)));
  const steps = hold(
    far.map((z) => {
      const held = sql`greatest(-${furthest}, least(${furthest}, ${z}))`;
      const beyond = direction === 'up' ? sql`${held} - ${slack}` : sql`0 - ${held} - ${slack}`;
      return sql`case when ${finite(z)} is null then 0 else ${beyond} end`;
    }),
  );
  const total = steps.reduce<Fragment>((sum, step) => sql`greatest(0, ${sum} + ${step})`, sql`0`);
  const known = sql`${now.value} is not null and ${half} > 0 and ${knownSql(values)} >= ${enough(before)}`;
  return {
    value: sql`case when ${known} then ${total} end`,
    at: now.at,
    parts: { now: now.value, usual },
  };
};
