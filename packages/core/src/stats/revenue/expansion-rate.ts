import { divide } from '../divide.ts';
import { type AccountRevenue, revenueMovement } from './revenue-movement.ts';
import type { RevenueRate } from './revenue-rate.ts';

/**
 * Expansion rate, 0 or more: what accounts that paid at the start pay more at the end / what all of them paid at the
 * start. Reactivation and new business are not in it. Skok, "SaaS Metrics 2.0", forentrepreneurs.com. Refuses negative
 * revenue.
 */
export function expansionRate(accounts: readonly AccountRevenue[]): RevenueRate {
  const { start, expansion, n, missing } = revenueMovement(accounts);
  return { rate: divide(expansion, start), n, missing };
}
