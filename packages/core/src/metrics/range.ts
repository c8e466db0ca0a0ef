import * as z from 'zod/mini';
import { clamp, metricFields, metricKind } from './metric-kind.ts';

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
  check({ worst, best }, path) {
    if (!Number.isFinite(best - worst)) {
      return [
        {
          code: 'endless-range',
          path: `${path}.best`,
          message: `${path}.best must be nearer to worst (${worst}) than it is (${best}): the span between them is more than a number can hold.`,
        },
      ];
    }
    if (worst !== best) return [];
    return [
      {
        code: 'empty-range',
        path: `${path}.best`,
        message: `${path}.best must differ from worst (both ${best}): a range needs two ends.`,
      },
    ];
  },
});
