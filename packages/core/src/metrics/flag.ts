import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { percent } from '../schema/primitives.ts';
import { double } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { metricKind } from './metric-kind.ts';
import type { MetricSql } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('flag'),
    ...metricFields,
    /** Score when the measure is anything but 0. */
    whenTrue: percent,
    /** Score when it is 0. */
    whenFalse: percent,
  });
type Flag = Made<typeof schema>;

/** One score for yes, another for no. */
export const flag = metricKind<Flag>({
  kind: 'flag',
  score: ({ whenTrue, whenFalse }, value) => (value === 0 ? whenFalse : whenTrue),
  // Yes is any value but 0, on either side of it.
  rises: () => 'neither',
  explain: ({ whenTrue, whenFalse }) => `${whenTrue} when so, ${whenFalse} when not`,
});

/** How it is written in a model. */
export const flagForm = /* @__PURE__ */ form(schema);

/** The same for all accounts at once. */
export const flagSql: MetricSql<Flag> = ({ whenTrue, whenFalse }, value, dialect) => ({
  score: sql`case when ${value} = 0 then ${double(dialect, whenFalse)} else ${double(dialect, whenTrue)} end`,
});
