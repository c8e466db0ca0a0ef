import {
  type PortfolioSummary as CountedPortfolio,
  type CountedReport,
  countPortfolio,
  type ReportTier,
  reportFromReading,
} from '@hale/core';
import type { Portfolio } from '../portfolio.ts';

/** A tier, how many customers are in it, and how many of those renew within 30 days. */
export interface CountedTier extends ReportTier {
  readonly count: number;
  readonly renewing: number;
}

/** All accounts that are customers today, counted by tier and by segment: a portfolio as widgets read it, and more. */
export interface PortfolioSummary extends CountedPortfolio {
  readonly total: number;
  /** How many have no score. */
  readonly unscored: number;
  /** The whole scale, worst first. */
  readonly tiers: CountedTier[];
}

const soon = 30 * 86_400_000;

/** Counts the customers of a portfolio by tier. */
export async function summarisePortfolio(portfolio: Portfolio): Promise<PortfolioSummary> {
  const { session, model, asOf } = portfolio;
  const [today, limit] = [asOf, asOf + soon].map((at) => new Date(at).toISOString().slice(0, 10));
  const rows = await session.rows<{ tier: string | null; segment: string | null; count: number; renewing: number }>(
    `SELECT tier, segment, count(*) AS count, count(*) FILTER (WHERE renewal BETWEEN $today AND $limit) AS renewing
     FROM summaries WHERE ended IS NULL GROUP BY tier, segment`,
    { today: today ?? '', limit: limit ?? '' },
  );
  const tiers = tiersOf(portfolio);
  const segments = (model.segments ?? []).map(({ id, label }) => ({ id, ...parted(label ?? id) }));
  const accounts = rows.flatMap(({ tier, segment, count }) => {
    const named = segment === null ? null : { id: segment, label: segment };
    return new Array<CountedReport>(count).fill({ tier, segment: named && { ...named, because: [], unsure: [] } });
  });
  const of = (id: string | null, key: 'count' | 'renewing') =>
    rows.reduce((sum, row) => sum + (row.tier === id ? row[key] : 0), 0);
  return {
    ...countPortfolio(accounts, { asOf: new Date(asOf).toISOString(), tiers, segments }),
    total: accounts.length,
    unscored: of(null, 'count'),
    tiers: tiers.map((tier) => ({ ...tier, count: of(tier.id, 'count'), renewing: of(tier.id, 'renewing') })),
  };
}

/** What a segment is called, and whom it is for where its label says so: "Enterprise, 1,000 employees and more". */
function parted(label: string): { label: string; about?: string } {
  const comma = label.indexOf(', ');
  return comma < 1 ? { label } : { label: label.slice(0, comma), about: label.slice(comma + 2) };
}

/** The model's tiers as every report shows them, be there anything to report or not. */
function tiersOf({ model, asOf }: Portfolio): ReportTier[] {
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
