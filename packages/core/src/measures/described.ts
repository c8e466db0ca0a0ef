import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { label, unit, words } from '../schema/primitives.ts';

/** What every measure may say of itself: a name for people, how its values are shown, why it is there. */
export const described = /* @__PURE__ */ made(() => ({
  label: z.optional(label),
  unit: z.optional(unit),
  intent: z.optional(words),
}));
