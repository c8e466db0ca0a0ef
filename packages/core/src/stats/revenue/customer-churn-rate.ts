import { divide } from '../divide.ts';
import { mustBe, mustBeEntries } from '../must-be.ts';
import { mustBeInstant, mustBePeriod, type Period } from '../period.ts';

/** One subscription, paid for at start ≤ t < end, in milliseconds since 1970; `end` is null while it runs. */
export interface Subscription {
  readonly start: number;
  readonly end: number | null;
  /** Cancelled by the customer, or ended by a failed payment or the like; null where nobody can say. */
  readonly cause?: 'voluntary' | 'involuntary' | null;
}

/** The share of customers lost, 0…1, and the counts it rests on; voluntary + involuntary + unexplained = lost. */
export interface CustomerChurn {
  /** Null where there was no customer at the start. */
  readonly rate: number | null;
  readonly lost: number;
  readonly voluntary: number;
  readonly involuntary: number;
  readonly unexplained: number;
  /** Customers at the start. */
  readonly n: number;
}

// Just before `t`, so that the customers at the end of a period are those at the start of the next.
const runs = (t: number) => (one: Subscription) => one.start < t && (one.end === null || one.end >= t);

/** Why a customer left, by the subscriptions that ended last: of one's own will if one of them did. */
function causeOf(subscriptions: readonly Subscription[], to: number): 'voluntary' | 'involuntary' | 'unexplained' {
  const ended = subscriptions.filter(({ start, end }) => start < to && end !== null);
  const last = ended.reduce((latest, { end }) => Math.max(latest, end ?? latest), -Infinity);
  const causes = ended.filter(({ end }) => end === last).map(({ cause }) => cause);
  if (causes.includes('voluntary')) return 'voluntary';
  return causes.every((cause) => cause === 'involuntary') ? 'involuntary' : 'unexplained';
}

function check(customers: readonly (readonly Subscription[])[]): void {
  mustBe(Array.isArray(customers), 'customers', 'a list of lists of subscriptions', customers);
  customers.forEach((subscriptions, customer) => {
    mustBeEntries(subscriptions, `customers[${customer}]`, '{ start, end }');
    subscriptions.forEach(({ start, end, cause }, index) => {
      const path = `customers[${customer}][${index}]`;
      mustBeInstant(start, `${path}.start`);
      if (end !== null) {
        mustBeInstant(end, `${path}.end`);
        mustBe(end >= start, `${path}.end`, `at or after start (${start})`, end);
      }
      const known = cause === undefined || cause === null || cause === 'voluntary' || cause === 'involuntary';
      mustBe(known, `${path}.cause`, '"voluntary", "involuntary" or null', cause);
    });
  });
}

/**
 * Customer (logo) churn rate over a period: customers lost in it / customers at its start; those won in it are in
 * neither. A customer is lost only when every subscription has ended: one that dropped one of two, or left and came
 * back within the period, is not. Each customer is the list of its subscriptions. A rate of a month is not a twelfth of
 * one of a year. Skok, "SaaS Metrics 2.0", forentrepreneurs.com. Refuses a period without length and a subscription
 * that ends before it starts.
 */
export function customerChurnRate(customers: readonly (readonly Subscription[])[], period: Period): CustomerChurn {
  mustBePeriod(period, 'period');
  check(customers);
  const atStart = customers.filter((subscriptions) => subscriptions.some(runs(period.from)));
  const causes = atStart
    .filter((subscriptions) => !subscriptions.some(runs(period.to)))
    .map((subscriptions) => causeOf(subscriptions, period.to));
  const count = (cause: string) => causes.filter((one) => one === cause).length;
  return {
    rate: divide(causes.length, atStart.length),
    lost: causes.length,
    voluntary: count('voluntary'),
    involuntary: count('involuntary'),
    unexplained: count('unexplained'),
    n: atStart.length,
  };
}
