import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { percent } from '../schema/primitives.ts';
import { type MethodForm, method } from './method.ts';
import { weightedMean } from './weighted.ts';

interface Veto {
  /** A member below this is poor; 40 when absent. */
  poorBelow?: number | undefined;
  /** With any poor member the score is at most this; 40 when absent. */
  cap?: number | undefined;
}

/** The weighted mean, but with any poor member no higher than `cap`: one thing badly wrong is not averaged away. */
export const veto = method<Veto>({
  method: 'veto',
  combine(members, { poorBelow = 40, cap = 40 }) {
    const mean = weightedMean(members);
    const isPoor = members.some(({ weight, score }) => score !== null && weight > 0 && score < poorBelow);
    if (mean.score === null || !isPoor || mean.score <= cap) return mean;
    return { ...mean, score: cap, limit: cap - mean.score };
  },
  explain: ({ poorBelow = 40, cap = 40 }) => `weighted mean, at most ${cap} with anything below ${poorBelow}`,
  explainLimit: ({ poorBelow = 40, cap = 40 }) => `Held to ${cap}, because something is below ${poorBelow}.`,
});

/** What it can be told. */
export const vetoForm = /* @__PURE__ */ made(
  (): MethodForm<Veto> => ({ settings: { poorBelow: z.optional(percent), cap: z.optional(percent) } }),
);
