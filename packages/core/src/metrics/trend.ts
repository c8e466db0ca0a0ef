import * as z from 'zod/mini';
import { clamp, metricFields, metricKind } from './metric-kind.ts';

const schema = z.strictObject({
  kind: z.literal('trend'),
  ...metricFields,
  /** A change as large as this scores 100; as large the other way, 0. */
  full: z.number().check(z.positive()),
  /** Changes up to this size either way are none, and score 50; 0.05 when absent. */
  steady: z.optional(z.number().check(z.gte(0))),
  /** Which way is good; `up` when absent. */
  better: z.optional(z.enum(['up', 'down'])),
});

/** Which way something goes, from a measure of its change or slope: 50 while it is steady. */
export const trend = metricKind<z.infer<typeof schema>>({
  kind: 'trend',
  schema,
  score({ full, steady = 0.05, better }, change) {
    const beyond = Math.max(0, Math.abs(change) - steady) / (full - steady);
    return clamp(50 + 50 * beyond * Math.sign(better === 'down' ? -change : change));
  },
  rises: ({ better = 'up' }) => better,
  explain({ full, steady = 0.05, better }, say) {
    const [best, worst] = better === 'down' ? [-full, full] : [full, -full];
    return `50 while within ${say(steady)} either way, 100 at ${say(best)}, 0 at ${say(worst)}`;
  },
  check({ full, steady = 0.05 }, path) {
    if (steady < full) return [];
    const at = `${path}.full`;
    return [
      {
        code: 'trend-order',
        path: at,
        message: `${at} must be greater than steady (${steady}), not ${full}: beyond what is steady the score has a way to go.`,
      },
    ];
  },
});
