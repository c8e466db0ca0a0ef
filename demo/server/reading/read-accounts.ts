import type { AccountReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from './account-row.ts';
import { keptReadings } from './kept-readings.ts';
import { readHistory } from './read-history.ts';
import { readOverrides } from './read-overrides.ts';

/** What is known of an account, and the instant (milliseconds) it is known as of. */
export interface DatedReading {
  readonly reading: AccountReading;
  readonly now: number;
}

/** Reads accounts, each as of the instant its report is of; those that nobody has are left out. */
export async function readAccounts({ session }: Portfolio, ids: readonly string[]): Promise<Map<string, DatedReading>> {
  const [accounts, kept, history, overrides] = await Promise.all([
    accountRows(session, ids),
    keptReadings(session, ids),
    readHistory(session, ids),
    readOverrides(session, ids),
  ]);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return new Map(
    kept.map(({ now, id, ...read }) => {
      const told = { history: history.get(id) ?? [], overrides: overrides.get(id) ?? [] };
      return [id, { now, reading: { id, name: names.get(id) ?? id, ...read, ...told } }];
    }),
  );
}
