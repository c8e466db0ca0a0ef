import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { dayMs, duration, inWords, toMs } from '../schema/time.ts';
import { metricFields } from './metric-fields.ts';
import { type MetricAdvice, metricKind } from './metric-kind.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('recency'),
    ...metricFields,
    /** The score halves each time this much goes by. */
    halfLife: duration,
  });

/** How fresh something is, from a measure in days: 100 today, 50 after one half-life, 25 after two. */
export const recency = metricKind<Made<typeof schema>>({
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
