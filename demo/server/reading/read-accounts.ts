import type { AccountReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import { type AccountRow, accountRows } from './account-row.ts';
import { grouped } from './grouped.ts';
import { readActivity } from './read-activity.ts';
import { readFacts } from './read-facts.ts';
import { readHistory } from './read-history.ts';
import { readObservations } from './read-observations.ts';
import { readOverrides } from './read-overrides.ts';
import { reportInstant } from './scoring-instants.ts';

/** What is known of an account, and the instant (milliseconds) it is known as of. */
export interface DatedReading {
  readonly reading: AccountReading;
  readonly now: number;
}

/** Reads accounts, each as of the instant its report is of; those that nobody has are left out. */
export async function readAccounts(portfolio: Portfolio, ids: readonly string[]): Promise<Map<string, DatedReading>> {
  const rows = await accountRows(portfolio.session, ids);
  const byInstant = grouped(rows, ({ ended }) => reportInstant(ended, portfolio.asOf));
  const readings = await Promise.all([...byInstant].map(([now, accounts]) => readAt(portfolio, accounts, now)));
  return new Map(readings.flat().map((dated) => [dated.reading.id, dated]));
}

async function readAt(
  { session, model }: Portfolio,
  rows: readonly AccountRow[],
  now: number,
): Promise<DatedReading[]> {
  const accounts = rows.map(({ id }) => id);
  const [observations, facts, activity, history, overrides] = await Promise.all([
    readObservations(session, model, { now, accounts }),
    readFacts(session, { now, accounts }),
    readActivity(session, model, rows, now),
    readHistory(session, accounts),
    readOverrides(session, accounts),
  ]);
  return rows.map(({ id, name }) => ({
    now,
    reading: {
      id,
      name,
      observations: observations.get(id) ?? new Map(),
      facts: facts.get(id) ?? new Map(),
      activity: activity.get(id) ?? null,
      history: history.get(id) ?? [],
      overrides: overrides.get(id) ?? [],
    },
  }));
}
