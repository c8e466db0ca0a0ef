import type { GivenReport } from '@hale/widgets';
import type { ListedAccount } from '../../server/accounts/list-accounts.ts';
import type { PortfolioSummary } from '../../server/accounts/summarise-portfolio.ts';
import { getJson } from '../host/get-json.ts';
import { pageToken } from '../host/token.ts';

export type { ListedAccount, PortfolioSummary };

/** A stretch of the list. */
export interface AccountList {
  readonly accounts: readonly ListedAccount[];
  /** Names the stretch that follows; null at the end. */
  readonly next: string | null;
  /** How many match. */
  readonly total: number;
}

/** What the list is asked for; as the page's own address says it. */
export interface ListQuery {
  readonly tier: string;
  readonly q: string;
  readonly sort: string;
}

const token = pageToken({ audience: 'internal', account: null });

/** All accounts counted by tier, whatever the list shows of them. */
export const getPortfolio = (): Promise<PortfolioSummary> => getJson(token, '/v1/portfolio');

/** A stretch of the list, from the start or from a cursor. */
export function getAccounts(query: ListQuery, cursor: string | null, signal: AbortSignal): Promise<AccountList> {
  const parameters = new URLSearchParams({ limit: '25', sort: query.sort });
  if (query.tier) parameters.set('tier', query.tier);
  if (query.q) parameters.set('q', query.q);
  if (cursor !== null) parameters.set('cursor', cursor);
  return getJson(token, `/v1/accounts?${parameters}`, signal);
}

const week = 7 * 86_400_000;
/** Weeks of the score's history that a row shows. */
const weeks = 12;

/** The score that the model gives by itself: the one that has changed. */
export const ownScore = ({ score, override }: Pick<ListedAccount, 'score' | 'override'>): number | null =>
  override && override.score !== null ? override.computed.score : score;

/** As much of a report as a row shows, for its widgets. */
export function reportOf(account: ListedAccount, { tiers }: Pick<PortfolioSummary, 'tiers'>): GivenReport {
  const { id, name, score, tier, override, coverage, change, spark, signals, asOf } = account;
  const now = Date.parse(asOf);
  const own = ownScore(account);
  const shown = spark.slice(-weeks);
  const before = new Date(now - 4 * week).toISOString();
  return {
    account: { id, name },
    asOf,
    score,
    tier,
    tiers,
    override,
    coverage,
    reason: score === null ? { code: coverage > 0 ? 'low-coverage' : 'no-data' } : null,
    trend: {
      days: 28,
      change,
      earlier: change === null || own === null ? null : { at: before, score: own - change },
      points: shown.map((at, index) => ({
        at: new Date(now - (shown.length - 1 - index) * week).toISOString(),
        score: at,
      })),
    },
    signals,
  };
}
