import * as z from 'zod/mini';
import { id, label, list } from './primitives.ts';

/** What a vendor lets a customer see. What it does not name is never in the view. */
export const customerPolicy = z.strictObject({
  /** The dimension that is the customer's own score, such as `adoption`. */
  dimension: id,
  /** What the customer reads the score as; the dimension's label when absent. */
  title: z.optional(label),
  /** Which of its contributions are shown: none when absent, those named, or, where true, all that may be. */
  contributions: z.optional(z.union([z.boolean(), list(id, 500)])),
  /** Whether its course over time is shown; true when absent. */
  trend: z.optional(z.boolean()),
  /** The activity grids shown, by property, such as `team` and `feature`; none when absent, and never `user`. */
  grids: z.optional(list(id, 10)),
  /** Whether it is said how much of it was observed; false when absent. */
  coverage: z.optional(z.boolean()),
});

export type CustomerPolicy = z.infer<typeof customerPolicy>;
