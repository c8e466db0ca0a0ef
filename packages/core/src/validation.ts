export type { Outcome } from './schema/outcome.ts';
export { type CusumLimits, type CusumPoint, cusum } from './stats/change/cusum.ts';
export { type MannKendall, mannKendall } from './stats/change/mann-kendall.ts';
export { type DayValue, type Season, seasonAt, seasonalBaseline } from './stats/change/seasonal-baseline.ts';
export { type SlopeInterval, theilSenInterval } from './stats/change/theil-sen-interval.ts';
export { type BgBb, type BgBbFit, bgBb, type OnOffHistory } from './stats/fit/bg-bb.ts';
export { bgBbOutlook, type OnOffOutlook } from './stats/fit/bg-bb-outlook.ts';
export type { Rows, Scaling } from './stats/fit/columns.ts';
export { discreteHazard, endsWithin, type HazardFit, type Spell } from './stats/fit/discrete-hazard.ts';
export { type Direction, type EqualWeights, equalWeights, scoreEqualWeights } from './stats/fit/equal-weights.ts';
export { type FitWarning, type LogisticFit, logisticRegression } from './stats/fit/logistic-regression.ts';
export { predictHazard } from './stats/fit/predict-hazard.ts';
export { type Prediction, predictLogistic } from './stats/fit/predict-logistic.ts';
export { recalibrate, recalibrationShift } from './stats/fit/recalibrate.ts';
export { type BootstrapInterval, drawGroups, percentileInterval, type Resampling } from './stats/resample/bootstrap.ts';
export { type Generator, seeded } from './stats/resample/seeded.ts';
export { auc } from './stats/truth/auc.ts';
export { type AucInterval, aucInterval } from './stats/truth/auc-interval.ts';
export { averagePrecision } from './stats/truth/average-precision.ts';
export { brier } from './stats/truth/brier.ts';
export { brierSkill } from './stats/truth/brier-skill.ts';
export { calibrationError } from './stats/truth/calibration-error.ts';
export { type AucComparison, compareAuc } from './stats/truth/compare-auc.ts';
export { type Confusion, confusion } from './stats/truth/confusion.ts';
export { falseNegativeRate } from './stats/truth/false-negative-rate.ts';
export { falsePositiveRate } from './stats/truth/false-positive-rate.ts';
export { kolmogorovSmirnov, type Separation } from './stats/truth/kolmogorov-smirnov.ts';
export { lift } from './stats/truth/lift.ts';
export { logLoss } from './stats/truth/log-loss.ts';
export { matthewsCorrelation } from './stats/truth/matthews-correlation.ts';
export type { Measured, Unmeasured } from './stats/truth/measured.ts';
export { precision } from './stats/truth/precision.ts';
export { recall } from './stats/truth/recall.ts';
export { type ReliabilityBin, reliability } from './stats/truth/reliability.ts';
export { type RocPoint, roc } from './stats/truth/roc.ts';
export { wilson } from './stats/wilson.ts';
export { type Backtest, type BacktestPlan, runBacktest, startBacktest } from './validation/backtest.ts';
export {
  type BacktestCandidate,
  type BacktestHorizon,
  type BacktestPredictor,
  type BacktestReport,
  type BacktestSlice,
  type BacktestWarned,
  type BacktestWeights,
  parseBacktest,
} from './validation/backtest-report.ts';
export { buildDataset, type DatasetPlan } from './validation/build-dataset.ts';
export { type CutOffRange, cutOffs } from './validation/cut-offs.ts';
export type { DataRow, Dataset, LeftOut } from './validation/dataset.ts';
export { type Adoption, decideAdoption, type Trial } from './validation/decide-adoption.ts';
export { type Encoding, encode, encodedDirections, learnEncoding } from './validation/encoding.ts';
export type { ActiveWeeksFeature, FactFeature, Feature, LevelsFeature, MeasureFeature } from './validation/feature.ts';
export { feedbackEvent, readFeedback } from './validation/feedback.ts';
export { firstCutOff, type RecordsBegin } from './validation/first-cut-off.ts';
export { type Caution, cautionsOfAuc, cautionsOfRows, cautionsOfSplit, refuse } from './validation/guards.ts';
export { judgeSkill, type Skill } from './validation/judge-skill.ts';
export { type NearDuplicates, nearDuplicates } from './validation/near-duplicates.ts';
export { type Predictor, parsePredictor } from './validation/predictor.ts';
export type { PredictorDocument } from './validation/predictor-document.ts';
export {
  type ProposedWeight,
  proposeWeights,
  type WeighingToday,
  type WeightsProposal,
} from './validation/propose-weights.ts';
export { type ReweightedModel, reweightModel } from './validation/reweight-model.ts';
export { foldsByAccount, type Split, splitByTime } from './validation/split.ts';
export { type FeatureNames, standardFeatures } from './validation/standard-features.ts';
export type { Training } from './validation/train-predictor.ts';
export type { WeighedRow, WeightsEffect } from './validation/weighed.ts';
export { answerIn, type WorkerAnswer, type WorkerQuestion } from './validation/worker.ts';
