import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { id, label, upTo, words } from '../schema/primitives.ts';
import { duration } from '../schema/time.ts';

/** What stands in for a value that is missing: nothing (its weight goes to the rest), 0, or 50. */
export const missingPolicy = /* @__PURE__ */ made(() => z.enum(['exclude', 'zero', 'neutral']));
export type MissingPolicy = z.infer<typeof missingPolicy>;

export const weight = /* @__PURE__ */ made(() => upTo(1_000_000));

/** What every metric says, whatever its kind. */
export const ownFields = /* @__PURE__ */ made(() => ({
  id,
  label: z.optional(label),
  /** Its part of the group, relative to its neighbours; 1 when absent. In a `points` group: the points it can give. */
  weight: z.optional(weight),
  /** `exclude` when absent. */
  missing: z.optional(missingPolicy),
  /** An observation older than this counts as missing. */
  staleAfter: z.optional(duration),
  intent: z.optional(words),
}));

/** What a metric says that scores one of the model's measures. */
export const metricFields = /* @__PURE__ */ made(() => ({ ...ownFields, measure: id }));
