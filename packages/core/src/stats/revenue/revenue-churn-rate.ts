import { divide } from '../divide.ts';
import { type AccountRevenue, revenueMovement } from './revenue-movement.ts';
import type { RevenueRate } from './revenue-rate.ts';

/**
 * Gross revenue churn rate, 0…1: (contraction + churn) / start, of the accounts that paid at the start; 1 − gross
 * revenue retention. Skok, "SaaS Metrics 2.0", forentrepreneurs.com. Refuses negative revenue.
 */
export function revenueChurnRate(accounts: readonly AccountRevenue[]): RevenueRate {
  const { start, contraction, churn, n, missing } = revenueMovement(accounts);
  const rate = divide(contraction + churn, start);
  return { rate: rate === null ? null : Math.min(1, rate), n, missing };
}
