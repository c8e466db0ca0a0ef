import { type ReportTier, reportFromReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';

/** A tier, how many customers are in it, and how many of those renew within 30 days. */
export interface CountedTier extends ReportTier {
  readonly count: number;
  readonly renewing: number;
}

/** All accounts that are customers today, counted by tier. */
export interface PortfolioSummary {
  readonly asOf: string;
  readonly total: number;
  /** How many have no score. */
  readonly unscored: number;
  /** The whole scale, worst first. */
  readonly tiers: readonly CountedTier[];
}

const soon = 30 * 86_400_000;

/** Counts the customers of a portfolio by tier. */
export async function summarisePortfolio(portfolio: Portfolio): Promise<PortfolioSummary> {
  const { session, asOf } = portfolio;
  const [today, limit] = [asOf, asOf + soon].map((at) => new Date(at).toISOString().slice(0, 10));
  const rows = await session.rows<{ tier: string | null; count: number; renewing: number }>(
    `SELECT tier, count(*) AS count, count(*) FILTER (WHERE renewal BETWEEN $today AND $limit) AS renewing
     FROM summaries WHERE ended IS NULL GROUP BY tier`,
    { today: today ?? '', limit: limit ?? '' },
  );
  const counts = new Map(rows.map((row) => [row.tier, row]));
  return {
    asOf: new Date(asOf).toISOString(),
    total: rows.reduce((sum, { count }) => sum + count, 0),
    unscored: counts.get(null)?.count ?? 0,
    tiers: tiersOf(portfolio).map((tier) => {
      const { count = 0, renewing = 0 } = counts.get(tier.id) ?? {};
      return { ...tier, count, renewing };
    }),
  };
}

/** The model's tiers as every report shows them, be there anything to report or not. */
function tiersOf({ model, asOf }: Portfolio): readonly ReportTier[] {
  const nobody = {
    id: '-',
    name: '-',
    observations: new Map(),
    facts: new Map(),
    activity: null,
    history: [],
    overrides: [],
  };
  return reportFromReading(model, nobody, { now: new Date(asOf) }).tiers;
}
