import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { double, doubles } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { clamp, type MetricAdvice, metricKind } from './metric-kind.ts';
import { type MetricSql, tiny } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('trend'),
    ...metricFields,
    /** A change as large as this scores 100; as large the other way, 0. */
    full: z.number().check(z.positive()),
    /** Changes up to this size either way are none, and score 50; 0.05 when absent. */
    steady: z.optional(z.number().check(z.gte(0))),
    /** Which way is good; `up` when absent. */
    better: z.optional(z.enum(['up', 'down'])),
  });
type Trend = Made<typeof schema>;

/** Which way something goes, from a measure of its change or slope: 50 while it is steady. */
export const trend = metricKind<Trend>({
  kind: 'trend',
  score({ full, steady = 0.05, better }, change) {
    const beyond = Math.max(0, Math.abs(change) - steady) / (full - steady);
    return clamp(50 + 50 * beyond * Math.sign(better === 'down' ? -change : change));
  },
  rises: ({ better = 'up' }) => better,
  explain({ full, steady = 0.05, better }, say) {
    const [best, worst] = better === 'down' ? [-full, full] : [full, -full];
    return `50 while within ${say(steady)} either way, 100 at ${say(best)}, 0 at ${say(worst)}`;
  },
});

/** How it is written in a model. */
export const trendForm = /* @__PURE__ */ form(schema, ({ full, steady = 0.05 }: Trend, path: string): Issue[] => {
  if (steady < full) return [];
  const at = `${path}.full`;
  return [
    {
      code: 'trend-order',
      path: at,
      message: `${at} must be greater than steady (${steady}), not ${full}: beyond what is steady the score has a way to go.`,
    },
  ];
});

/** What is never below 0 is no change: it has no other way to go than up. */
export const trendAdvice: MetricAdvice = ({ label, extent: [least] }) =>
  least < 0
    ? null
    : {
        code: 'trend-of-level',
        says: `looks for a trend in ${label}, which is never below 0 and so would only ever be steady or rise: read a measure of its change or slope.`,
      };

/** The same for all accounts at once. */
export const trendSql: MetricSql<Trend> = ({ full, steady = 0.05, better }, change, dialect) => {
  const [up, down] = better === 'down' ? [sql`0`, sql`100`] : [sql`100`, sql`0`];
  const [most, least, still] = doubles(dialect, [full, -full, steady + (full - steady) * tiny]);
  const size = sql`abs(${change})`;
  const beyond = sql`50 * ((${size} - ${double(dialect, steady)}) / ${double(dialect, full - steady)})`;
  const isGood = sql`${change} ${better === 'down' ? sql`<` : sql`>`} 0`;
  // What is hardly beyond steady is too little to change 50.
  const moved = sql`when ${size} <= ${still} then 50 when ${isGood} then 50 + ${beyond} else 50 - ${beyond}`;
  return { score: sql`case when ${change} >= ${most} then ${up} when ${change} <= ${least} then ${down} ${moved} end` };
};
