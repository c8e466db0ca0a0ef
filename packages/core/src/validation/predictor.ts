import { type AccountIndex, indexAccount } from '../measures/account-index.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Predicting } from '../report/build-report.ts';
import type { Account } from '../schema/account.ts';
import { instantOf } from '../schema/instant-of.ts';
import { parse } from '../schema/parse.ts';
import type { ReportPrediction } from '../schema/report.ts';
import type { Prediction } from '../stats/fit/predict-logistic.ts';
import { mustBe } from '../stats/must-be.ts';
import { asOf } from './as-of.ts';
import { type Feature, readFeature } from './feature.ts';
import { activityOf } from './gather-rows.ts';
import { expectedWeeks } from './learn-bg-bb.ts';
import { saysHazard } from './learn-hazard.ts';
import { saysLogistic } from './learn-logistic.ts';
import { onOffHistory } from './on-off.ts';
import { type How, type PredictorDocument, predictorDocument } from './predictor-document.ts';

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
  const { features, fit, shift, outcome: of, horizonDays, trained, did, zone, how = { kind: 'logistic' } } = document;
  const encoding = { ...document.encoding, levels: document.encoding.levels ?? [] };
  const columns = how.kind === 'hazard' ? [ageColumn, ...encoding.columns] : encoding.columns;
  const width = columns.length;
  for (const name of ['weights', 'means', 'deviations'] as const) {
    mustBe(
      fit[name].length === width,
      `fit.${name}`,
      `a list of ${width}, as encoding.columns is${how.kind === 'hazard' ? ', and one for age' : ''}`,
      fit[name],
    );
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
  const says = sayer(how, learned, features as Feature[]);
  const predict = (account: Account, now: number): ReportPrediction => {
    const then = asOf(indexAccount(account), now);
    const observations = readMeasures(set, then, now);
    const values = features.map((one) => readFeature(one as Feature, then, now, observations).value);
    const { probability, low, high, moved } = says(then, values, now);
    const most = moved
      .map((by, column) => ({ id: columns[column] as string, by }))
      .filter(({ by }) => by !== 0)
      .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
      .slice(0, named);
    const { auc, low: least, high: best, rows } = did;
    const proof = { trained, did: { auc, low: least, high: best, rows } };
    return { outcome: of, horizonDays, probability, low, high, moved: most, ...proof };
  };
  return { document, predict, tell: (account, { now }) => ({ prediction: predict(account, instantOf(now)) }) };
}

/** What the weight of its age is called. */
const ageColumn = 'age';

type Says = (account: AccountIndex, values: readonly (number | string | null)[], now: number) => Prediction;

/** How each kind of thing that can be learned is asked. */
function sayer(how: How, learned: Parameters<typeof saysLogistic>[0], features: readonly Feature[]): Says {
  if (how.kind === 'logistic') return (_, values) => saysLogistic(learned, { values });
  if (how.kind === 'hazard') {
    return ({ since }, values, cutOff) => saysHazard({ ...learned, ...how }, { values, cutOff, life: { since } });
  }
  const activity = activityOf(features);
  mustBe(activity !== null, 'features', 'a list in which one counts active weeks', features);
  const expected = expectedWeeks(how, how.weeks);
  return (account, _, now) =>
    saysLogistic(learned, { values: [expected(activity && onOffHistory(activity, account, now))] });
}
