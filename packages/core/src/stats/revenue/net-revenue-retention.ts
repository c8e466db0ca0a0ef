import { divide } from '../divide.ts';
import { mustBe } from '../must-be.ts';
import { type AccountRevenue, revenueMovement } from './revenue-movement.ts';
import type { Reactivation, RevenueRate } from './revenue-rate.ts';

/**
 * Net revenue retention, 0 or more: (start + expansion − contraction − churn) / start, of the accounts that paid at the
 * start; above 1 where they grew by more than was lost. `reactivation: 'include'` adds what accounts came back with;
 * new business is never in it. Never below gross revenue retention. As the SaaS Metrics Standards Board has it. Refuses
 * negative revenue.
 */
export function netRevenueRetention(accounts: readonly AccountRevenue[], options: Reactivation): RevenueRate {
  const treatment = options?.reactivation;
  mustBe(treatment === 'include' || treatment === 'exclude', 'reactivation', '"include" or "exclude"', treatment);
  const { start, retained, expansion, reactivation, n, missing } = revenueMovement(accounts);
  const gained = treatment === 'include' ? expansion + reactivation : expansion;
  return { rate: divide(retained + gained, start), n, missing };
}
