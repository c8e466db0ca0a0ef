import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { id, label, words } from '../schema/primitives.ts';
import { duration } from '../schema/time.ts';

/** What stands in for a value that is missing: nothing (its weight goes to the rest), 0, or 50. */
export const missingPolicy = z.enum(['exclude', 'zero', 'neutral']);
export type MissingPolicy = z.infer<typeof missingPolicy>;

/** What every metric says, whatever its kind. */
export const metricFields = {
  id,
  label: z.optional(label),
  measure: id,
  /** Its part of the dimension, relative to its neighbours; 1 when absent. */
  weight: z.optional(z.number().check(z.gte(0), z.lte(1_000_000))),
  /** `exclude` when absent. */
  missing: z.optional(missingPolicy),
  /** An observation older than this counts as missing. */
  staleAfter: z.optional(duration),
  intent: z.optional(words),
};

/** Writes a value of the metric's measure in words: 0.85 is "85%". */
export type Say = (value: number) => string;

/**
 * A way to turn a number into 0–100, higher being healthier. Each kind answers for itself.
 * To add one: write its file, add its line in `kinds.ts`.
 */
export interface MetricKind<M extends { kind: string } = never> {
  readonly kind: M['kind'];
  readonly schema: z.ZodMiniType<M>;
  /** 0–100 for a finite value. */
  score(metric: M, value: number): number;
  /** How it scores, as a clause: "0 at 0%, 100 from 85%". */
  explain(metric: M, say: Say): string;
  /** What its schema cannot see; paths are relative to the metric. */
  check?(metric: M, path: string): Issue[];
}

/** Keeps a kind's own type while it is written down. */
export const metricKind = <M extends { kind: string }>(kind: MetricKind<M>): MetricKind<M> => kind;

/** Holds a score to 0–100. */
export const clamp = (score: number): number => Math.min(100, Math.max(0, score));
