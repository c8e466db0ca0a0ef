import * as z from 'zod/mini';
import { measure } from '../measures/kinds.ts';
import { where } from '../measures/where.ts';
import { metric } from '../metrics/kinds.ts';
import { rule } from '../rules/rules.ts';
import { fraction, id, label, list, percent, tone, version, words } from '../schema/primitives.ts';

const weight = z.number().check(z.gte(0), z.lte(1_000_000));

/** Metrics that belong together. Weights are relative to the other dimensions'; they need not sum to 100. */
const dimension = z.strictObject({
  id,
  label: z.optional(label),
  weight,
  /** How its metrics become one figure: `weighted` is their weighted mean. */
  method: z.optional(z.literal('weighted')),
  metrics: list(metric, 200).check(z.minLength(1)),
  intent: z.optional(words),
});

/** A named band of the scale. It begins at `from`, which belongs to it, and ends where the next begins. */
const tier = z.strictObject({
  id,
  label: z.optional(label),
  from: percent,
  /** How it looks; by its place on the scale when absent. */
  tone: z.optional(tone),
  playbook: z.optional(id),
  intent: z.optional(words),
});

/** A rule that, when true, is worth telling someone. */
const signal = z.strictObject({
  id,
  label: z.optional(label),
  effect: z.enum(['risk', 'growth']),
  severity: z.enum(['low', 'medium', 'high']),
  when: rule,
  playbook: z.optional(id),
  intent: z.optional(words),
});

/** Steps to take, suggested by a tier or a signal. */
const playbook = z.strictObject({
  id,
  label: z.optional(label),
  steps: list(words, 50).check(z.minLength(1)),
  intent: z.optional(words),
});

/** What the activity grids show: which event, over how many days, told apart by which properties. */
const activity = z.strictObject({
  event: id,
  days: z.int().check(z.gte(1), z.lte(366)),
  by: list(z.strictObject({ property: id, label: z.optional(label) }), 10).check(z.minLength(1)),
  /** Marks use of a key feature. */
  key: z.optional(where),
});

/** A health model: how an account is measured, scored and watched. Plain JSON. */
export const model = z.strictObject({
  $schema: z.optional(z.string()),
  id,
  version,
  label: z.optional(label),
  intent: z.optional(words),
  measures: z.record(id, measure),
  dimensions: list(dimension, 50).check(z.minLength(1)),
  tiers: list(tier, 12),
  /** Share of the weight that must be observed for a score to be given; 0.5 when absent. */
  minimumCoverage: z.optional(fraction),
  signals: z.optional(list(signal, 200)),
  playbooks: z.optional(list(playbook, 100)),
  activity: z.optional(activity),
  /** What the change of the score is against, and from how many points on it is one. */
  trend: z.optional(
    z.strictObject({
      days: z.optional(z.int().check(z.gte(1), z.lte(3660))),
      steadyWithin: z.optional(percent),
    }),
  ),
});

/** A model as written down; a `Model` has also been checked. */
export type ModelDocument = z.infer<typeof model>;
export type Dimension = z.infer<typeof dimension>;
export type Tier = z.infer<typeof tier>;
export type SignalRule = z.infer<typeof signal>;
