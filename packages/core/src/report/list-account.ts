import type { PortfolioAccount } from '../schema/portfolio.ts';
import type { Report } from '../schema/report.ts';

/** What a table shows of an account beside its report: facts, as the vendor keeps them. */
export type ListedFacts = Pick<PortfolioAccount, 'seats' | 'activeUsers' | 'yearlyValue' | 'renewal'>;

/** Weeks of the score's history that a row's line shows. */
const weeks = 12;

/** One account of a portfolio, `accounts` of `hale.portfolio/1`: the head of its report, and facts beside it. */
export function listAccount(report: Report, facts: ListedFacts = {}): PortfolioAccount {
  const { account, score, tier, segment, stage, override, coverage, trend, signals } = report;
  const risks = { high: 0, medium: 0, low: 0 };
  let growth = 0;
  for (const { effect, severity } of signals) {
    if (effect === 'risk') risks[severity] += 1;
    else growth += 1;
  }
  return {
    ...account,
    segment: segment?.id ?? null,
    stage: stage?.label ?? null,
    score,
    tier,
    ...(override ? { isByHand: true } : {}),
    coverage,
    change: trend.change,
    spark: trend.points.slice(-weeks).map((point) => point.score),
    risks,
    growth,
    ...facts,
  };
}
