import type { PortfolioAccount, PortfolioSummary, Signal } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import type { ListedAccount } from './list-accounts.ts';
import { summarisePortfolio } from './summarise-portfolio.ts';

type Row = Pick<
  ListedAccount,
  | 'id'
  | 'name'
  | 'score'
  | 'tier'
  | 'coverage'
  | 'change'
  | 'spark'
  | 'renewal'
  | 'yearlyValue'
  | 'seats'
  | 'activeUsers'
> & { readonly segment: string | null; readonly isByHand: boolean; readonly signals: readonly string[] };

/** All customers of today, counted and listed: `hale.portfolio/1` with its accounts. */
export async function portfolioAccounts(portfolio: Portfolio): Promise<PortfolioSummary> {
  const { session, model } = portfolio;
  const rows = await session.rows<Row>(
    `SELECT account_id AS id, name, segment, score, tier, override IS NOT NULL AS "isByHand", coverage, change, signals,
       spark, renewal, yearly_value AS "yearlyValue", seats, active_users AS "activeUsers"
     FROM summaries WHERE ended IS NULL ORDER BY name_key, account_id`,
  );
  const { schema, asOf, segments, tiers } = await summarisePortfolio(portfolio);
  const known = new Map((model.signals ?? []).map((signal) => [signal.id, signal]));
  return {
    schema,
    asOf,
    segments,
    tiers: tiers.map(({ count: _, renewing: __, ...tier }) => tier),
    accounts: rows.map((row) => told(row, known)),
    currency: 'EUR',
  };
}

function told(
  { signals, isByHand, spark, ...row }: Row,
  known: ReadonlyMap<string, Pick<Signal, 'effect' | 'severity'>>,
): PortfolioAccount {
  const fired = signals.flatMap((id) => known.get(id) ?? []);
  const risks = fired.filter(({ effect }) => effect === 'risk');
  const severe = (of: Signal['severity']) => risks.filter(({ severity }) => severity === of).length;
  return {
    ...row,
    ...(isByHand ? { isByHand } : {}),
    // A line of 28 px shows no more than tenths.
    spark: spark.slice(-12).map((score) => (score === null ? null : Math.round(score * 10) / 10)),
    risks: { high: severe('high'), medium: severe('medium'), low: severe('low') },
    growth: fired.length - risks.length,
  };
}
