import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { dayMs, duration, inWords, toMs } from '../schema/time.ts';
import { double } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { type MetricAdvice, metricKind } from './metric-kind.ts';
import { type MetricSql, tiny } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('recency'),
    ...metricFields,
    /** The score halves each time this much goes by. */
    halfLife: duration,
  });
type Recency = Made<typeof schema>;

/** How fresh something is, from a measure in days: 100 today, 50 after one half-life, 25 after two. */
export const recency = metricKind<Recency>({
  kind: 'recency',
  score: ({ halfLife }, days) => (days <= 0 ? 100 : 100 * 0.5 ** ((days * dayMs) / toMs(halfLife))),
  rises: () => 'down',
  explain: ({ halfLife }) => `100 today, half of it every ${inWords(halfLife)}`,
});

/** How it is written in a model. */
export const recencyForm = /* @__PURE__ */ form(schema);

/** Half-lives are counted in days. */
export const recencyAdvice: MetricAdvice = ({ label, unit }) =>
  unit === 'days'
    ? null
    : {
        code: 'recency-not-in-days',
        says: `takes ${label} for days gone by, and its unit is ${unit}: read a measure of kind "since", or give it "unit": "days".`,
      };

/** After as many half-lives nothing is left that could be told from nothing. */
const halvings = 300;

/** The same for all accounts at once. */
export const recencySql: MetricSql<Recency> = ({ halfLife }, days, dialect) => {
  const perDay = dayMs / toMs(halfLife);
  const late = double(dialect, halvings / perDay);
  const left = sql`100 * power(${double(dialect, 0.5)}, ${days} * ${double(dialect, perDay)})`;
  return {
    score: sql`case when ${days} <= ${double(dialect, tiny)} then 100 when ${days} >= ${late} then 0 else ${left} end`,
  };
};
