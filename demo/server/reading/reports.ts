import { type CustomerPolicy, type CustomerView, customerView, type Report, reportFromReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import { type DatedReading, readAccounts } from './read-accounts.ts';

/** The reports of accounts by id; those that nobody has are left out. */
export async function readReports(portfolio: Portfolio, ids: readonly string[]): Promise<Map<string, Report>> {
  const readings = await readAccounts(portfolio, ids);
  return new Map([...readings].map(([id, dated]) => [id, reportOf(portfolio, dated)]));
}

/** What the vendor lets a customer see: how well its own people and teams have taken the product up. */
const shown: CustomerPolicy = { dimension: 'adoption', grids: ['team', 'feature'] };

/** The same as the customers themselves may see it. */
export async function readCustomerViews(
  portfolio: Portfolio,
  ids: readonly string[],
): Promise<Map<string, CustomerView>> {
  const readings = await readAccounts(portfolio, ids);
  return new Map([...readings].map(([id, dated]) => [id, customerView(reportOf(portfolio, dated), shown)]));
}

const reportOf = ({ model }: Portfolio, { reading, now }: DatedReading): Report =>
  reportFromReading(model, reading, { now: new Date(now) });
