import { type Account, account } from './schema/account.ts';
import { parse } from './schema/parse.ts';

export { formatPath, HealthError, type Issue } from './errors.ts';
export type { DatedFact } from './measures/account-index.ts';
export type { Measure } from './measures/kinds.ts';
export type { Observation } from './measures/measure-kind.ts';
export type { Metric } from './metrics/kinds.ts';
export { defineModel, type Model, parseModel } from './model/define-model.ts';
export { diffModels, type ModelChange, suggestVersion } from './model/diff-models.ts';
export type { Dimension } from './model/dimension.ts';
export { type MigratedModel, migrateModel } from './model/migrate-model.ts';
export type { AccountGroup, ModelDocument } from './model/model.ts';
export { measuresOf, type ResolvedModel, resolveModel } from './model/resolve-model.ts';
export { type AccountAdvice, reviewAccount } from './model/review-account.ts';
export { dueReviews, type LastReviews, type Review } from './model/review-calendar.ts';
export { type Advice, type AdviceCode, reviewModel } from './model/review-model.ts';
export type { Tier } from './model/tier.ts';
export { type AccountReading, readAccount } from './report/account-reading.ts';
export { activityGrids } from './report/activity-grid.ts';
export { type BuildOptions, buildReport, type Predicting, reportFromReading } from './report/build-report.ts';
export { compareAlone } from './report/compare-alone.ts';
export { type ComparedModels, compareReports } from './report/compare-reports.ts';
export { type Cause, type CauseParts, type Comparison, causes, type MetricChange } from './report/comparison.ts';
export { type CountedReport, type CountOptions, countPortfolio } from './report/count-portfolio.ts';
export { customerView } from './report/customer-view.ts';
export { type Explanation, explainReport, type Reason } from './report/explain-report.ts';
export type { ReportOptions } from './report/instant-of.ts';
export { type ListedFacts, listAccount } from './report/list-account.ts';
export { english, type HeadlineArgs, type Phrases } from './report/phrases.ts';
export type { Figure, ReasonArgs, ReasonCode } from './report/reason.ts';
export { type ParentAccount, rollUp, type ScoredChild } from './report/roll-up.ts';
export { parseCustomerView, parseGrid, parsePortfolio, parseReport } from './report.ts';
export type { Finding, Rule } from './rules/rule-kind.ts';
export type { Account, AccountEvent, Fact, HistoryPoint, Override } from './schema/account.ts';
export type { CustomerPolicy } from './schema/customer-policy.ts';
export type { CustomerView } from './schema/customer-view.ts';
export type { FigureGrid } from './schema/figure-grid.ts';
export { parse as parseDocument } from './schema/parse.ts';
export type { PortfolioAccount, PortfolioSegment, PortfolioSummary } from './schema/portfolio.ts';
export type { Tone } from './schema/primitives.ts';
export type * from './schema/report.ts';
export { type AssignedGroup, assignGroups } from './score/assign-group.ts';
export { scoreAccount } from './score/score-account.ts';
export { createScorer, type Scorer } from './score/scorer.ts';
export {
  type ReadAccount,
  type Sensitivity,
  sensitivity,
  type WeightEffect,
  type WeightSensitivity,
} from './score/sensitivity.ts';
export type { AccountScore, Held, Scored, ScoredDimension } from './score/tell-score.ts';
export { apportion } from './stats/apportion.ts';

/** Takes an account from outside. Throws a HealthError that names what is wrong. */
export function parseAccount(value: unknown): Account {
  return parse(account, value, 'the account');
}
