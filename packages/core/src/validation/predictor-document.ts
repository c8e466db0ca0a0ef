import * as z from 'zod/mini';
import { measure } from '../measures/forms.ts';
import { outcome } from '../schema/outcome.ts';
import { fraction, id, instant, label, list, scalar } from '../schema/primitives.ts';

/** The name and version of the shape of a trained predictor. */
export const predictorFormat = 'hale.predictor/1';

/** More are no features that anyone could look at. */
export const mostFeatures = 500;

const count = z.int().check(z.gte(0));
const numbers = list(z.number(), 10_000);
/** What log odds are made of: larger ones are not learned of anything. */
const logOdds = z.number().check(z.gte(-1e9), z.lte(1e9));
const direction = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

const feature = z.union([
  z.strictObject({ id, direction, measure: id, log: z.optional(z.literal(true)) }),
  z.strictObject({ id, direction, event: id, activeWeeks: z.int().check(z.gte(1), z.lte(520)) }),
  z.strictObject({ id, direction, fact: id, is: scalar }),
  z.strictObject({ id, direction: z.literal(0), fact: id, levels: z.literal(true) }),
]);

const above0 = z.number().check(z.gt(0));
/** A parameter of BG/BB, which is learned from e⁻¹⁰ to e¹⁰. */
const shape = z.number().check(z.gte(1e-6), z.lte(1e6));

/** Which kind of thing was learned, with what it takes besides weights. */
const how = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('logistic') }),
  /** Periods of an account's life, and how many of them the horizon has. */
  z.object({ kind: z.literal('hazard'), periodDays: above0, periods: z.int().check(z.gte(1), z.lte(3660)) }),
  /** The parameters of BG/BB, and the weeks ahead that it expects activity in. */
  z.object({
    kind: z.literal('bg-bb'),
    alpha: shape,
    beta: shape,
    gamma: shape,
    delta: shape,
    weeks: z.int().check(z.gte(1), z.lte(1000)),
  }),
]);

export type How = z.infer<typeof how>;

/** All that it takes to say of an account what was learned, and how that did. Plain JSON. */
export const predictorDocument = z.object({
  schema: z.literal(predictorFormat),
  /** Whose data it was learned from, for people. */
  title: label,
  outcome: outcome.shape.kind,
  /** How far ahead it tells, in days. */
  horizonDays: z.number().check(z.gt(0)),
  /** The IANA time zone of days; null for UTC. */
  zone: z.nullable(label),
  /** Outcomes were known up to this instant; accounts at cut-offs, those of them with the outcome, and its rate within the horizon. */
  trained: z.object({ at: instant, rows: count, outcomes: count, baseRate: fraction }),
  /** How it did on later rows, before it learned from them too: AUC with its 95 % interval from draws of whole accounts. */
  did: z.object({ auc: fraction, low: fraction, high: fraction, rows: count, from: instant, to: instant }),
  /** Logistic regression where absent. */
  how: z.optional(how),
  measures: z.record(id, measure),
  features: list(feature, mostFeatures),
  encoding: z.object({
    columns: list(label, 1000),
    fill: numbers,
    flagged: list(count, mostFeatures),
    /** Columns of words, none where absent. */
    levels: z.optional(
      list(z.object({ column: count, values: list(z.object({ value: label, share: fraction }), 100) }), mostFeatures),
    ),
  }),
  /** Of a hazard, ln(period) goes before the encoded columns; of BG/BB, the only column is the active weeks to come. On columns of mean 0 and standard deviation 1; the covariance is row by row, intercept first. */
  fit: z.object({
    intercept: logOdds,
    weights: list(logOdds, 10_000),
    means: numbers,
    deviations: list(z.number().check(z.gte(0)), 10_000),
    covariance: list(logOdds, 1_002_001),
  }),
  /** Added to all log odds. */
  shift: logOdds,
});

export type PredictorDocument = z.infer<typeof predictorDocument>;
