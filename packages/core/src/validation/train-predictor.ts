import { toInstant } from '../schema/time.ts';
import type { BacktestHorizon, BacktestReport } from './backtest-report.ts';
import { learnOne, lessonOf } from './candidates.ts';
import type { Dataset } from './dataset.ts';
import type { GatherPlan, StandingRow } from './gather-rows.ts';
import { outcomesAmong } from './learned.ts';
import { type PredictorDocument, predictorFormat } from './predictor-document.ts';

/** A predictor to be used, or the sentence that says why there is none. */
export interface Training {
  readonly predictor: PredictorDocument | null;
  readonly sentence: string;
}

/**
 * What a backtest allows to be used: where what was learned from the earlier rows was adopted, it is learned once more
 * from all of them, and how it did is what it did on the later ones.
 */
export function trainPredictor(
  report: BacktestReport,
  horizon: BacktestHorizon,
  dataset: Dataset<StandingRow>,
  { measures, features, zone, knownUntil, every }: GatherPlan & { readonly every: 'week' | 'month' },
): Training {
  const { adoption, predictors, test, verdict } = horizon;
  if (!adoption?.predictor) return { predictor: null, sentence: adoption?.sentence ?? verdict.sentence };
  const lesson = lessonOf(dataset, dataset.rows, knownUntil, { days: horizon.days, every, features });
  const candidate = learnOne(adoption.predictor, lesson);
  const tried = predictors.find(({ id }) => id === adoption.predictor);
  const { auc, aucByAccount: within } = tried ?? {};
  // What was adopted has both outcomes before and after.
  if (!candidate || !auc || !within || test.from === null || test.to === null)
    return { predictor: null, sentence: verdict.sentence };
  const { fit, encoding, shift } = candidate.learned;
  const { rows } = dataset;
  // Of the horizon, which a hazard learns in periods shorter than it.
  const trained = { rows: rows.length, outcomes: outcomesAmong(rows), baseRate: rateOf(rows) };
  return {
    sentence: adoption.sentence,
    predictor: {
      schema: predictorFormat,
      title: report.title,
      outcome: report.outcome,
      horizonDays: horizon.days,
      zone: zone ?? null,
      trained: { at: toInstant(knownUntil), ...trained },
      did: { auc: auc.value, low: within.low, high: within.high, rows: test.rows, from: test.from, to: test.to },
      how: candidate.how,
      measures: { ...measures },
      features: candidate.features.map((feature) => ({ ...feature })),
      encoding: {
        columns: [...encoding.columns],
        fill: [...encoding.fill],
        flagged: [...encoding.flagged],
        levels: encoding.levels.map(({ column, values }) => ({
          column,
          values: values.map((level) => ({ ...level })),
        })),
      },
      fit: {
        intercept: fit.standardized.intercept,
        weights: [...fit.standardized.weights],
        means: [...fit.scaling.means],
        deviations: [...fit.scaling.deviations],
        covariance: [...fit.covariance],
      },
      shift,
    },
  };
}

const rateOf = (rows: readonly StandingRow[]): number => rows.filter(({ happened }) => happened).length / rows.length;
