import * as z from 'zod/mini';
import { methodFields } from '../methods/forms.ts';
import { metric } from '../metrics/forms.ts';
import { weight } from '../metrics/metric-fields.ts';
import { id, label, list, words } from '../schema/primitives.ts';
import type { Entry } from './dimension.ts';

const fields = { id, label: z.optional(label), intent: z.optional(words), ...methodFields };

/** How deep groups may be nested in a dimension. Fixed, because a recursive schema can be made to overflow the stack. */
const depth = 3;

/** Metrics, and groups of them down to `level`. */
function entries(level: number): z.ZodMiniType<Entry[]> {
  const inner =
    level > 0 &&
    z.strictObject({ kind: z.literal('group'), ...fields, weight: z.optional(weight), metrics: entries(level - 1) });
  // Sound: a member is one of the registered metrics or the group above; the type says the same of every level.
  const member = inner ? z.discriminatedUnion('kind', [inner, metric]) : metric;
  return list(member, 200).check(z.minLength(1)) as unknown as z.ZodMiniType<Entry[]>;
}

/** Metrics that belong together. Weights are relative to the other dimensions'; they need not sum to 100. */
export const dimension = z.strictObject({ ...fields, weight, metrics: entries(depth) });
