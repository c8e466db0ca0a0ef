import { toInstant } from '../schema/time.ts';
import type { BacktestHorizon, BacktestReport } from './backtest-report.ts';
import type { Dataset } from './dataset.ts';
import type { GatherPlan } from './gather-rows.ts';
import { learnLogistic } from './learn-logistic.ts';
import { type PredictorDocument, predictorFormat } from './predictor.ts';

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
  dataset: Dataset,
  { measures, features, zone, knownUntil }: GatherPlan,
): Training {
  const { adoption, predictors, test, verdict } = horizon;
  if (!adoption?.adopted) return { predictor: null, sentence: adoption?.sentence ?? verdict.sentence };
  const learned = learnLogistic(dataset.columns, dataset.rows);
  const auc = predictors.find(({ id }) => id === 'logistic')?.auc;
  // What was adopted has both outcomes before and after.
  if (!learned || !auc || test.from === null || test.to === null)
    return { predictor: null, sentence: verdict.sentence };
  const { fit, encoding, shift, outcomes } = learned;
  return {
    sentence: adoption.sentence,
    predictor: {
      schema: predictorFormat,
      title: report.title,
      outcome: report.outcome,
      horizonDays: horizon.days,
      zone: zone ?? null,
      trained: { at: toInstant(knownUntil), rows: fit.rows, outcomes, baseRate: fit.happened / fit.rows },
      did: { auc: auc.value, low: auc.low, high: auc.high, rows: test.rows, from: test.from, to: test.to },
      measures: { ...measures },
      features: features.map((feature) => ({ ...feature })),
      encoding: { columns: [...encoding.columns], fill: [...encoding.fill], flagged: [...encoding.flagged] },
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
