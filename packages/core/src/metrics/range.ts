import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { metricFields } from './metric-fields.ts';
import { clamp, metricKind } from './metric-kind.ts';
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

/** Linear from 0 at `worst` to 100 at `best`. `worst` may be the greater: then less is better. */
export const range = metricKind<Made<typeof schema>>({
  kind: 'range',
  score({ worst, best, outside }, value) {
    const score = ((value - worst) / (best - worst)) * 100;
    return outside === 'ignore' && (score < 0 || score > 100) ? null : clamp(score);
  },
  explain: ({ worst, best }, say) => `0 at ${say(worst)}, 100 at ${say(best)}`,
  rises: ({ worst, best }) => (worst < best ? 'up' : 'down'),
});

/** How it is written in a model. */
export const rangeForm = /* @__PURE__ */ form(schema, ({ worst, best }: Made<typeof schema>, path: string) =>
  checkSpan(`${path}.best`, best, 'worst', worst),
);
