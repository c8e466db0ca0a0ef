import { mustBe, mustBeEntries } from '../must-be.ts';
import { sum } from '../sum.ts';

/** Recurring revenue of one account (MRR or ARR, one currency) at both ends of a period; null where unknown. */
export interface AccountRevenue {
  readonly start: number | null;
  readonly end: number | null;
  /** Whether an account that paid nothing at the start had been a customer before; without it, it is new. */
  readonly returned?: boolean;
}

/** Where recurring revenue went over a period, each amount 0 or more, in the currency of the accounts. */
export interface RevenueMovement {
  readonly start: number;
  /** What the accounts of the start still pay, no account more than it did then: start − contraction − churn. */
  readonly retained: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churn: number;
  readonly reactivation: number;
  readonly newBusiness: number;
  readonly end: number;
  /** Accounts that paid at the start: the cohort. */
  readonly n: number;
  /** Accounts left out, for one of their two amounts is unknown. */
  readonly missing: number;
}

function mustBeRevenue(value: number | null, path: string): void {
  const expected =
    'recurring revenue of 0 or more, or null where it is unknown (a credit is not recurring: leave it out)';
  mustBe(value === null || (Number.isFinite(value) && value >= 0), path, expected, value);
}

/**
 * Splits the change of recurring revenue over a period by account: expansion (pays more), contraction (less), churn
 * (nothing any more), reactivation (nothing at the start, a customer before) and new business. start + expansion −
 * contraction − churn + reactivation + newBusiness = end. Terms as at ChartMogul and other subscription analytics.
 * Refuses negative revenue: what is credited or refunded once does not recur, and would turn a share of it about.
 */
export function revenueMovement(accounts: readonly AccountRevenue[]): RevenueMovement {
  mustBeEntries(accounts, 'accounts', '{ start, end }');
  const known: { start: number; end: number; returned: boolean }[] = [];
  for (const [index, { start, end, returned = false }] of accounts.entries()) {
    mustBeRevenue(start, `accounts[${index}].start`);
    mustBeRevenue(end, `accounts[${index}].end`);
    if (start !== null && end !== null) known.push({ start, end, returned });
  }
  const cohort = known.filter(({ start }) => start > 0);
  const others = known.filter(({ start }) => start === 0);
  return {
    start: sum(cohort.map(({ start }) => start)),
    retained: sum(cohort.map(({ start, end }) => Math.min(start, end))),
    expansion: sum(cohort.map(({ start, end }) => Math.max(0, end - start))),
    contraction: sum(cohort.map(({ start, end }) => (end > 0 ? Math.max(0, start - end) : 0))),
    churn: sum(cohort.map(({ start, end }) => (end > 0 ? 0 : start))),
    reactivation: sum(others.map(({ end, returned }) => (returned ? end : 0))),
    newBusiness: sum(others.map(({ end, returned }) => (returned ? 0 : end))),
    end: sum(known.map(({ end }) => end)),
    n: cohort.length,
    missing: accounts.length - known.length,
  };
}
