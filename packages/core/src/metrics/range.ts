import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { double } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { clamp, metricKind } from './metric-kind.ts';
import { along, type MetricSql } from './metric-sql.ts';
import { checkSpan } from './span.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('range'),
    ...metricFields,
    worst: z.number(),
    best: z.number(),
    /** A value beyond the ends is held to them (`clamp`, when absent), or the metric does not apply (`ignore`). */
    outside: z.optional(z.enum(['clamp', 'ignore'])),
  });

type Range = Made<typeof schema>;

/** Linear from 0 at `worst` to 100 at `best`. `worst` may be the greater: then less is better. */
export const range = metricKind<Range>({
  kind: 'range',
  score({ worst, best, outside }, value) {
    if (outside === 'ignore' && (value < Math.min(worst, best) || value > Math.max(worst, best))) return null;
    return clamp(((value - worst) / (best - worst)) * 100);
  },
  explain: ({ worst, best }, say) => `0 at ${say(worst)}, 100 at ${say(best)}`,
  rises: ({ worst, best }) => (worst < best ? 'up' : 'down'),
});

/** How it is written in a model. */
export const rangeForm = /* @__PURE__ */ form(schema, ({ worst, best }: Range, path: string) =>
  checkSpan(`${path}.best`, best, 'worst', worst),
);

/** The same for all accounts at once. */
export const rangeSql: MetricSql<Range> = ({ worst, best, outside }, value, dialect) => {
  const score = along(dialect, value, worst, best, 100);
  if (outside !== 'ignore') return { score };
  const [least, most] = [Math.min(worst, best), Math.max(worst, best)];
  return { score, applies: sql`${value} >= ${double(dialect, least)} and ${value} <= ${double(dialect, most)}` };
};
