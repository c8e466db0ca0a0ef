import * as z from 'zod/mini';
import { clamp, metricFields, metricKind } from './metric-kind.ts';

const schema = z.strictObject({ kind: z.literal('range'), ...metricFields, worst: z.number(), best: z.number() });

/** Linear from 0 at `worst` to 100 at `best`, held at the ends. `worst` may be the greater: then less is better. */
export const range = metricKind<z.infer<typeof schema>>({
  kind: 'range',
  schema,
  score: ({ worst, best }, value) => clamp(((value - worst) / (best - worst)) * 100),
  explain: ({ worst, best }, say) => `0 at ${say(worst)}, 100 at ${say(best)}`,
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
