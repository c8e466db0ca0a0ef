import { type CustomerView, customerView } from './schema/customer-view.ts';
import { type FigureGrid, figureGrid } from './schema/figure-grid.ts';
import { parse } from './schema/parse.ts';
import { type PortfolioSummary, portfolioSummary } from './schema/portfolio.ts';
import { type Report, report } from './schema/report.ts';

export { HealthError, type Issue } from './errors.ts';
export { compareAlone, splitAlone } from './report/compare-alone.ts';
export { type Cause, type CauseParts, type Comparison, causes, type MetricChange } from './report/comparison.ts';
export { type Explanation, explainReport, type Reason } from './report/explain-report.ts';
export { english, type HeadlineArgs, type Phrases } from './report/phrases.ts';
export type { Figure, ReasonArgs, ReasonCode } from './report/reason.ts';
export type { RowChange, SplitChange } from './report/split-change.ts';
export type { CustomerView } from './schema/customer-view.ts';
export type { FigureGrid } from './schema/figure-grid.ts';
export type { PortfolioAccount, PortfolioSegment, PortfolioSummary } from './schema/portfolio.ts';
export type { Tone } from './schema/primitives.ts';
export { readCustomerView, readReport } from './schema/read-report.ts';
export * from './schema/report.ts';
export { reportFormat } from './schema/report-format.ts';
export { sameVersion } from './schema/version.ts';
export { apportion } from './stats/apportion.ts';
export { rankCorrelation } from './stats/rank-correlation.ts';
export { theilSen } from './stats/theil-sen.ts';

/** Takes a report from outside. Throws a HealthError that names what is wrong; unknown keys are dropped. */
export function parseReport(value: unknown): Report {
  return parse(report, value, 'the report');
}

/**
 * Takes a customer's view from outside. Throws a HealthError that names what is wrong, unknown keys too: what is not
 * for the customer would be one.
 */
export function parseCustomerView(value: unknown): CustomerView {
  return parse(customerView, value, "the customer's view");
}

/** Takes a portfolio, counted, from outside. Throws a HealthError that names what is wrong; unknown keys are dropped. */
export function parsePortfolio(value: unknown): PortfolioSummary {
  return parse(portfolioSummary, value, 'the portfolio');
}

/** Takes a grid of figures from outside. Throws a HealthError that names what is wrong; unknown keys are dropped. */
export function parseGrid(value: unknown): FigureGrid {
  return parse(figureGrid, value, 'the grid');
}
