import * as z from 'zod/mini';
import { made } from './made.ts';
import { id, instant, list } from './primitives.ts';

/** What became of an account. One that `returned` is a customer again after it had `churned`. */
export const outcome = /* @__PURE__ */ made(() =>
  z.strictObject({
    account: id,
    kind: z.enum(['churned', 'returned', 'renewed', 'expanded', 'contracted']),
    at: instant,
  }),
);
export type Outcome = z.infer<typeof outcome>;

export const outcomes = /* @__PURE__ */ made(() => list(outcome, 1_000_000));
