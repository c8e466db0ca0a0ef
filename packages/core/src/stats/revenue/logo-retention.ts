import { divide } from '../divide.ts';
import type { Period } from '../period.ts';
import { customerChurnRate, type Subscription } from './customer-churn-rate.ts';

/** The share of customers kept, 0…1, and the counts it rests on. */
export interface LogoRetention {
  /** Null where there was no customer at the start. */
  readonly rate: number | null;
  readonly kept: number;
  /** Customers at the start. */
  readonly n: number;
}

/**
 * Logo retention over a period: customers at its start who still have a subscription at its end / customers at its
 * start. It is 1 − the customer churn rate and reads and refuses the same; every logo counts alike, however much it
 * pays.
 */
export function logoRetention(customers: readonly (readonly Subscription[])[], period: Period): LogoRetention {
  const { lost, n } = customerChurnRate(customers, period);
  return { rate: divide(n - lost, n), kept: n - lost, n };
}
