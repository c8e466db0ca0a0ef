import { type AccountReading, type HistoryPoint, reportFromReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import type { AccountRow } from '../reading/account-row.ts';
import { readFacts } from '../reading/read-facts.ts';
import { readObservations } from '../reading/read-observations.ts';
import { readOverrides } from '../reading/read-overrides.ts';
import { hasLeft, reportInstant } from '../reading/scoring-instants.ts';
import { historyPoint } from './history-point.ts';
import { readAhead } from './read-ahead.ts';
import { type SummaryRow, summarise } from './summary.ts';

/** What scoring a portfolio week by week leaves behind. */
export interface Scored {
  /** By account id, oldest first; none from before it was a customer, none of its latest report. */
  readonly history: ReadonlyMap<string, readonly HistoryPoint[]>;
  /** One of each account's latest report. */
  readonly summaries: readonly SummaryRow[];
}

/**
 * Scores every account as of each of `weeks` (milliseconds, oldest first) and of its latest report. Each instant is one
 * statement for all accounts; the score of one week is in the history that the next is scored with.
 */
export async function scoreWeekly(
  { session, model, asOf }: Portfolio,
  accounts: readonly AccountRow[],
  weeks: readonly number[],
): Promise<Scored> {
  const history = new Map<string, HistoryPoint[]>(accounts.map(({ id }) => [id, []]));
  const summaries: SummaryRow[] = [];
  const overrides = await readOverrides(session);
  const latest = new Map(accounts.map(({ id, ended }) => [id, reportInstant(ended, asOf)]));
  const kept = new Set(weeks);
  const instants = [...new Set([...weeks, ...latest.values()])].sort((a, b) => a - b);
  const read = (now: number) => Promise.all([readObservations(session, model, { now }), readFacts(session, { now })]);

  for await (const [now, [observations, facts]] of readAhead(instants, read)) {
    for (const account of accounts) {
      const { id, name, since, ended } = account;
      const isLatest = latest.get(id) === now;
      const wasCustomer = kept.has(now) && (since ?? now) <= now && !hasLeft(ended, now);
      if (!isLatest && !wasCustomer) continue;
      const points = history.get(id) ?? [];
      const reading: AccountReading = {
        id,
        name,
        observations: observations.get(id) ?? new Map(),
        facts: facts.get(id) ?? new Map(),
        activity: null,
        history: points,
        overrides: overrides.get(id) ?? [],
      };
      const report = reportFromReading(model, reading, { now: new Date(now) });
      if (isLatest) summaries.push(summarise(account, hasLeft(ended, asOf), reading, report));
      else points.push(historyPoint(report));
    }
  }
  return { history, summaries };
}
