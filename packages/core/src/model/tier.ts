import * as z from 'zod/mini';
import { id, label, percent, tone, words } from '../schema/primitives.ts';

/** A named band of the scale. It begins at `from`, which belongs to it, and ends where the next begins. */
export const tier = z.strictObject({
  id,
  label: z.optional(label),
  from: percent,
  /** How it looks; by its place on the scale when absent. */
  tone: z.optional(tone),
  playbook: z.optional(id),
  intent: z.optional(words),
});

export type Tier = z.infer<typeof tier>;
