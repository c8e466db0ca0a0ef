import { type CustomerPolicy, type CustomerView, customerView, type Report } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import { keptReports } from '../scoring/report-table.ts';

/** The reports of accounts by id; those that nobody has are left out. */
export const readReports = ({ session }: Portfolio, ids: readonly string[]): Promise<Map<string, Report>> =>
  keptReports(session, ids);

/** What the vendor lets a customer see: how well its own people and teams have taken the product up. */
const shown: CustomerPolicy = { dimension: 'adoption', grids: ['team', 'feature'] };

/** The same as the customers themselves may see it. */
export async function readCustomerViews(
  portfolio: Portfolio,
  ids: readonly string[],
): Promise<Map<string, CustomerView>> {
  const reports = await readReports(portfolio, ids);
  return new Map([...reports].map(([id, report]) => [id, customerView(report, shown)]));
}
