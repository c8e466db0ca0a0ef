import { divide } from '../divide.ts';
import { type AccountRevenue, revenueMovement } from './revenue-movement.ts';
import type { RevenueRate } from './revenue-rate.ts';

/**
 * Gross revenue retention, 0…1: (start − contraction − churn) / start, of the accounts that paid at the start only.
 * Never above 1, for what one account pays more makes up for no other's loss. As the SaaS Metrics Standards Board has
 * it. Refuses negative revenue.
 */
export function grossRevenueRetention(accounts: readonly AccountRevenue[]): RevenueRate {
  const { start, retained, n, missing } = revenueMovement(accounts);
  const rate = divide(retained, start);
  return { rate: rate === null ? null : Math.min(1, rate), n, missing };
}
