import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import type { Measure } from '../measures/kinds.ts';
import { id, label, words } from '../schema/primitives.ts';
import { duration } from '../schema/time.ts';

/** What stands in for a value that is missing: nothing (its weight goes to the rest), 0, or 50. */
export const missingPolicy = z.enum(['exclude', 'zero', 'neutral']);
export type MissingPolicy = z.infer<typeof missingPolicy>;

export const weight = z.number().check(z.gte(0), z.lte(1_000_000));

/** What every metric says, whatever its kind. */
export const ownFields = {
  id,
  label: z.optional(label),
  /** Its part of the group, relative to its neighbours; 1 when absent. In a `points` group: the points it can give. */
  weight: z.optional(weight),
  /** `exclude` when absent. */
  missing: z.optional(missingPolicy),
  /** An observation older than this counts as missing. */
  staleAfter: z.optional(duration),
  intent: z.optional(words),
};

/** What a metric says that scores one of the model's measures. */
export const metricFields = { ...ownFields, measure: id };

/** Writes a value of the metric's measure in words: 0.85 is "85%". */
export type Say = (value: number) => string;

/**
 * A way to turn a number into 0–100, higher being healthier. Each kind answers for itself.
 * To add one: write its file, add its line in `kinds.ts`.
 */
export interface MetricKind<M extends { kind: string } = never> {
  readonly kind: M['kind'];
  readonly schema: z.ZodMiniType<M>;
  /** The measure it reads, for a kind that names none of the model's. */
  reads?(metric: M): Measure;
  /** 0–100 for a finite value; null where the metric does not apply, so that its weight is not asked for. */
  score(metric: M, value: number): number | null;
  /** Points it gives or costs in a `points` group; `weight × score / 100` where absent. */
  points?(metric: M, value: number): number;
  /** The least and the most points it can give in a `points` group; from 0 to its weight where absent. */
  bounds?(metric: M): readonly [least: number, most: number];
  /** How it scores, as a clause: "0 at 0%, 100 from 85%". */
  explain(metric: M, say: Say): string;
  /** Which way the score goes as the value rises; `neither` where it may turn. Held to by a property test. */
  rises(metric: M): 'up' | 'down' | 'neither';
  /** When what it reads counts as stale, for a kind that says so in words of its own. */
  staleAfter?(metric: M): string | undefined;
  /** What its schema cannot see; paths begin with `path`. */
  check?(metric: M, path: string): Issue[];
}

/** Keeps a kind's own type while it is written down. */
export const metricKind = <M extends { kind: string }>(kind: MetricKind<M>): MetricKind<M> => kind;

/** Holds a score to 0–100. */
export const clamp = (score: number): number => Math.min(100, Math.max(0, score));

/** Clauses one after the other, as far as a sentence can carry them. */
export function listed(clauses: readonly string[]): string {
  let text = '';
  for (const clause of clauses) {
    const longer = text ? `${text}, ${clause}` : clause;
    if (longer.length > 180) return text ? `${text}, …` : '…';
    text = longer;
  }
  return text;
}

/** An issue where a record that should give numbers to names has none. */
export const named = (record: object, path: string, what: string): Issue[] =>
  Object.keys(record).length
    ? []
    : [
        {
          code: 'nothing-named',
          path,
          message: `${path} must name at least one ${what}, and has none: without any, nothing ever changes the score.`,
        },
      ];
