import * as z from 'zod/mini';
import { measure } from '../measures/forms.ts';
import { where } from '../measures/where.ts';
import { methodFields } from '../methods/forms.ts';
import { metric } from '../metrics/forms.ts';
import { weight } from '../metrics/metric-fields.ts';
import { rule } from '../rules/forms.ts';
import { fewFaults } from '../schema/few-faults.ts';
import { fraction, id, label, list, percent, version, words } from '../schema/primitives.ts';
import { zone } from '../schema/time.ts';
import { dimension } from './dimension-form.ts';
import { tier } from './tier.ts';

const named = { id, label: z.optional(label), intent: z.optional(words) };

/** What a segment, a stage or a level of maturity changes of the model for the accounts in it. */
const overlay = {
  /** New weights, by the id of a dimension, a group or a metric; 0 takes it out. */
  weights: z.optional(z.record(id, weight)),
  /** Fields to change of metrics, by metric id: `{ "seat-use": { "best": 0.6 } }`. Null takes an optional one out. */
  metrics: z.optional(z.record(id, z.record(id, z.unknown()))),
  /** Metrics to add, by the id of the dimension they join. */
  add: z.optional(z.record(id, list(metric, 200))),
  /** Dimensions in place of all those of the model. */
  dimensions: z.optional(list(dimension, 50).check(z.minLength(1))),
  tiers: z.optional(list(tier, 12)),
  minimumCoverage: z.optional(fraction),
};

/** Accounts that are alike. In a list of them the first whose rule is true wins. */
const group = z.strictObject({ ...named, when: rule, ...overlay });

/** A rule that, when true, is worth telling someone. */
const signal = z.strictObject({
  ...named,
  effect: z.enum(['risk', 'growth']),
  severity: z.enum(['low', 'medium', 'high']),
  when: rule,
  playbook: z.optional(id),
});

/** Steps to take, suggested by a tier or a signal. */
const playbook = z.strictObject({
  ...named,
  steps: list(words, 50).check(z.minLength(1)),
  /** Measures to watch while it runs. */
  follow: z.optional(list(id, 20)),
});

/** What the activity grids show: which event, over how many days, told apart by which properties. */
const activity = z.strictObject({
  event: id,
  days: z.int().check(z.gte(1), z.lte(366)),
  by: list(z.strictObject({ property: id, label: z.optional(label) }), 10).check(z.minLength(1)),
  /** Marks use of a key feature. */
  key: z.optional(where),
});

const interval = z.enum(['monthly', 'quarterly', 'semiannually', 'annually']);

/** How often each part of a model is to be looked at again, and when it last was. */
const review = z.strictObject({
  weights: z.optional(interval),
  accuracy: z.optional(interval),
  metrics: z.optional(interval),
  model: z.optional(interval),
});

/** A health model: how an account is measured, scored and watched. Plain JSON. */
export const model = z.strictObject({
  $schema: z.optional(z.string()),
  ...named,
  /** The version of this document's own language; 1 when absent. */
  format: z.optional(z.literal(1)),
  version,
  /** An IANA time zone in which days, weeks and months are told; UTC when absent. */
  timeZone: z.optional(zone),
  measures: fewFaults(z.record(id, measure)),
  dimensions: list(dimension, 50).check(z.minLength(1)),
  /** How the dimensions become the score: as a dimension's own method, `weighted` when absent. */
  score: z.optional(z.strictObject(methodFields)),
  tiers: list(tier, 12),
  /** Points by which a score must pass a tier's edge before the tier changes; 0 when absent. */
  hysteresis: z.optional(z.number().check(z.gte(0), z.lte(50))),
  /** Share of the weight that must be observed for a score to be given; 0.5 when absent. */
  minimumCoverage: z.optional(fraction),
  segments: z.optional(list(group, 50)),
  stages: z.optional(list(group, 20)),
  /** Levels of product maturity, from the highest down. */
  maturity: z.optional(list(group, 10)),
  signals: z.optional(list(signal, 200)),
  playbooks: z.optional(list(playbook, 100)),
  /** How the score of a parent account follows from its children's. */
  rollUp: z.optional(
    z.strictObject({
      method: z.enum(['mean', 'weighted', 'worst']),
      /** The measure that weighs a child, such as contract value. */
      by: z.optional(id),
    }),
  ),
  activity: z.optional(activity),
  /** What the change of the score is against, from how many points on it is one, and how many days ahead it is told. */
  trend: z.optional(
    z.strictObject({
      days: z.optional(z.int().check(z.gte(1), z.lte(3660))),
      steadyWithin: z.optional(percent),
      forecastDays: z.optional(z.int().check(z.gte(7), z.lte(182))),
    }),
  ),
  review: z.optional(review),
});

/** A model as written down; a `Model` has also been checked. */
export type ModelDocument = z.infer<typeof model>;

declare const checked: unique symbol;

/** A model that has been parsed and checked: it can be scored with. */
export type Model = ModelDocument & { readonly [checked]: true };

export type AccountGroup = z.infer<typeof group>;
export type SignalRule = z.infer<typeof signal>;
