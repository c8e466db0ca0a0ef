import { customerView, type Report, reportFromReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import { type DatedReading, readAccounts } from './read-accounts.ts';

/** The reports of accounts by id; those that nobody has are left out. */
export async function readReports(portfolio: Portfolio, ids: readonly string[]): Promise<Map<string, Report>> {
  return reported(await readAccounts(portfolio, ids), ({ reading, now }) =>
    reportFromReading(portfolio.model, reading, { now: new Date(now) }),
  );
}

/** What the vendor lets a customer see: how well its own people and teams have taken the product up. */
const shown = { dimension: 'adoption', grids: ['team', 'feature'] };

/** The same as the customers themselves may see it. */
export async function readCustomerViews(portfolio: Portfolio, ids: readonly string[]): Promise<Map<string, Report>> {
  return reported(await readAccounts(portfolio, ids), ({ reading, now }) =>
    customerView(portfolio.model, reading, shown, { now: new Date(now) }),
  );
}

function reported(readings: ReadonlyMap<string, DatedReading>, report: (dated: DatedReading) => Report) {
  return new Map([...readings].map(([id, dated]) => [id, report(dated)]));
}
