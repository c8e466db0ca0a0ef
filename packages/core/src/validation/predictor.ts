import * as z from 'zod/mini';
import { indexAccount } from '../measures/account-index.ts';
import { measure } from '../measures/forms.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Predicting } from '../report/build-report.ts';
import type { Account } from '../schema/account.ts';
import { instantOf } from '../schema/instant-of.ts';
import { outcome } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { fraction, id, instant, label, list, scalar } from '../schema/primitives.ts';
import type { ReportPrediction } from '../schema/report.ts';
import { mustBe } from '../stats/must-be.ts';
import { asOf } from './as-of.ts';
import { type Feature, readFeature } from './feature.ts';
import { saysLogistic } from './learn-logistic.ts';

/** The name and version of the shape of a trained predictor. */
export const predictorFormat = 'hale.predictor/1';

const count = z.int().check(z.gte(0));
const numbers = list(z.number(), 10_000);
const direction = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

const feature = z.union([
  z.strictObject({ id, direction, measure: id, log: z.optional(z.literal(true)) }),
  z.strictObject({ id, direction, event: id, activeWeeks: z.int().check(z.gte(1), z.lte(520)) }),
  z.strictObject({ id, direction, fact: id, is: scalar }),
]);

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
  /** Outcomes were known up to this instant. */
  trained: z.object({ at: instant, rows: count, outcomes: count, baseRate: fraction }),
  /** How it did on later rows, before it learned from them too: AUC with DeLong's 95 % interval. */
  did: z.object({ auc: fraction, low: fraction, high: fraction, rows: count, from: instant, to: instant }),
  measures: z.record(id, measure),
  features: list(feature, 500),
  encoding: z.object({ columns: list(label, 1000), fill: numbers, flagged: list(count, 500) }),
  /** On columns of mean 0 and standard deviation 1; the covariance is row by row, intercept first. */
  fit: z.object({
    intercept: z.number(),
    weights: numbers,
    means: numbers,
    deviations: numbers,
    covariance: list(z.number(), 1_002_001),
  }),
  /** Added to all log odds. */
  shift: z.number(),
});

export type PredictorDocument = z.infer<typeof predictorDocument>;

/** Tells of accounts what is likely to become of them. */
export interface Predictor extends Predicting {
  readonly document: PredictorDocument;
  /** What is likely as of an instant in milliseconds; nothing of that instant or later is read. */
  predict(account: Account, now: number): ReportPrediction;
}

/** How many features a prediction names: those that moved it most. */
const named = 5;

/** A predictor from what `hale train` wrote. Throws a HealthError that names what is wrong with it. */
export function parsePredictor(value: unknown): Predictor {
  const document = parse(predictorDocument, value, 'the predictor');
  const { features, encoding, fit, shift, outcome: of, horizonDays, trained, did, zone } = document;
  const width = encoding.columns.length;
  for (const name of ['weights', 'means', 'deviations'] as const) {
    mustBe(fit[name].length === width, `fit.${name}`, `a list of ${width}, as encoding.columns is`, fit[name]);
  }
  const fits = fit.covariance.length === (width + 1) ** 2;
  mustBe(
    fits,
    'fit.covariance',
    `a list of ${(width + 1) ** 2}, a square of all columns and the intercept`,
    fit.covariance,
  );
  const filled = encoding.fill.length === features.length;
  mustBe(filled, 'encoding.fill', `a list of ${features.length}, as there are features`, encoding.fill);
  const set = { measures: new Map(Object.entries(document.measures)), zone };
  const learned = {
    encoding,
    shift,
    fit: { standardized: fit, scaling: { means: fit.means, deviations: fit.deviations }, covariance: fit.covariance },
  };
  const predict = (account: Account, now: number): ReportPrediction => {
    const then = asOf(indexAccount(account), now);
    const observations = readMeasures(set, then, now);
    const values = features.map((one) => readFeature(one as Feature, then, now, observations).value);
    const { probability, low, high, moved } = saysLogistic(learned, { values });
    const most = moved
      .map((by, column) => ({ id: encoding.columns[column] as string, by }))
      .filter(({ by }) => by !== 0)
      .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
      .slice(0, named);
    const { auc, low: least, high: best, rows } = did;
    const proof = { trained, did: { auc, low: least, high: best, rows } };
    return { outcome: of, horizonDays, probability, low, high, moved: most, ...proof };
  };
  return { document, predict, tell: (account, { now }) => ({ prediction: predict(account, instantOf(now)) }) };
}
