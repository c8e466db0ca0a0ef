import * as z from 'zod/mini';
import { clamp, metricFields, metricKind } from './metric-kind.ts';
import { checkSpan } from './span.ts';

const schema = z.strictObject({
  kind: z.literal('range'),
  ...metricFields,
  worst: z.number(),
  best: z.number(),
  /** A value beyond the ends is held to them (`clamp`, when absent), or the metric does not apply (`ignore`). */
  outside: z.optional(z.enum(['clamp', 'ignore'])),
});

/** Linear from 0 at `worst` to 100 at `best`. `worst` may be the greater: then less is better. */
export const range = metricKind<z.infer<typeof schema>>({
  kind: 'range',
  schema,
  score({ worst, best, outside }, value) {
    const score = ((value - worst) / (best - worst)) * 100;
    return outside === 'ignore' && (score < 0 || score > 100) ? null : clamp(score);
  },
  explain: ({ worst, best }, say) => `0 at ${say(worst)}, 100 at ${say(best)}`,
  rises: ({ worst, best }) => (worst < best ? 'up' : 'down'),
  check: ({ worst, best }, path) => checkSpan(`${path}.best`, best, 'worst', worst),
});
