import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { double, doubles } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { clamp, metricKind } from './metric-kind.ts';
import { along, type MetricSql } from './metric-sql.ts';
import { checkSpan } from './span.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('target'),
    ...metricFields,
    /** Scores 100. Below `start`, less is better. */
    target: z.number(),
    /** Scores 0; 0 when absent. */
    start: z.optional(z.number()),
    /** Every step counts the same (`linear`, when absent), or the first ones most (`diminishing`). */
    curve: z.optional(z.enum(['linear', 'diminishing'])),
  });
type Target = Made<typeof schema>;

/** How quickly `diminishing` steps lose worth: at this steepness half of the way is worth 82. */
const steepness = 3;

/**
 * Progress from `start` to a target: 100 once it is reached, and no more. `diminishing` saturates:
 * 100·(1 − e⁻³ˣ)/(1 − e⁻³) at the share x of the way.
 */
export const target = metricKind<Target>({
  kind: 'target',
  score({ target, start = 0, curve }, value) {
    const share = clamp(((value - start) / (target - start)) * 100) / 100;
    return 100 * (curve === 'diminishing' ? Math.expm1(-steepness * share) / Math.expm1(-steepness) : share);
  },
  rises: ({ target, start = 0 }) => (start < target ? 'up' : 'down'),
  explain: ({ target, start = 0, curve }, say) =>
    `0 at ${say(start)}, 100 once ${say(target)} is reached${curve === 'diminishing' ? ', the first steps counting most' : ''}`,
});

/** How it is written in a model. */
export const targetForm = /* @__PURE__ */ form(schema, ({ target, start = 0 }: Target, path: string) =>
  checkSpan(`${path}.target`, target, 'start', start),
);

/** The same for all accounts at once. */
export const targetSql: MetricSql<Target> = ({ target, start = 0, curve }, value, dialect) => {
  const score = along(dialect, value, start, target, 100);
  if (curve !== 'diminishing') return { score };
  const share = along(dialect, value, start, target, 1);
  const [steep, whole, first] = doubles(dialect, [
    -steepness,
    -Math.expm1(-steepness),
    start + (target - start) * 1e-8,
  ]);
  // Not every engine has expm1. All of the way is all, whatever an exponential is rounded to, and the first steps are even.
  const part = sql`100 * ((1 - exp(${steep} * ${share})) / ${whole})`;
  const even = sql`100 * (${share} * ${double(dialect, steepness)} / ${whole})`;
  const [past, before] = start < target ? [sql`>=`, sql`<=`] : [sql`<=`, sql`>=`];
  const arms = sql`when ${value} ${past} ${double(dialect, target)} then 100 when ${value} ${before} ${first} then ${even}`;
  return { score: sql`case ${arms} else ${part} end` };
};
