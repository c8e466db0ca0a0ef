import type { Measure } from '../measures/kinds.ts';
import type { Feature } from './feature.ts';

/** How an account's data calls the things the features are made of; what is absent makes no feature. */
export interface FeatureNames {
  /** The event that happens when the product is used. */
  readonly use: string;
  /** The property of it that tells features apart, for breadth. */
  readonly feature?: string;
  /** The event of a support ticket, and the property with the value that says it was escalated. */
  readonly ticket?: string;
  readonly escalated?: Readonly<Record<string, string | number | boolean>>;
  /** The facts of seats bought, of the latest NPS answer, of the renewal date and of the plan. */
  readonly seats?: string;
  readonly nps?: string;
  readonly renewal?: string;
  readonly plan?: string;
}

/**
 * What most companies can know of an account as of a day: recency, active weeks of 12 and days of 28, use of 28 days and
 * its change against the 28 before, its slope over 12 weeks, breadth, seat use, tickets and escalations, NPS, tenure,
 * days to renewal and plan. Directions are for an outcome that is bad, such as churn.
 */
export function standardFeatures(names: FeatureNames): {
  readonly measures: Readonly<Record<string, Measure>>;
  readonly features: readonly Feature[];
} {
  const { use, feature, ticket, escalated, seats, nps, renewal, plan } = names;
  const measures: Record<string, Measure> = {
    recency: { kind: 'since', event: use },
    activeDays28: { kind: 'active-days', event: use, within: '28d' },
    use28: { kind: 'count', event: use, within: '28d' },
    useWeek: { kind: 'count', event: use, within: '7d' },
    change28: { kind: 'change', of: 'use28' },
    slope12: { kind: 'slope', of: 'useWeek', weeks: 12, as: 'share' },
    tenure: { kind: 'since' },
  };
  const features: Feature[] = [
    { id: 'recency', measure: 'recency', log: true, direction: 1 },
    { id: 'activeWeeks12', event: use, activeWeeks: 12, direction: -1 },
    { id: 'activeDays28', measure: 'activeDays28', direction: -1 },
    { id: 'logUse28', measure: 'use28', log: true, direction: -1 },
    { id: 'change28', measure: 'change28', direction: -1 },
    { id: 'slope12', measure: 'slope12', direction: -1 },
    { id: 'tenure', measure: 'tenure', log: true, direction: -1 },
  ];
  if (feature !== undefined) {
    measures.breadth28 = { kind: 'distinct', event: use, of: feature, within: '28d' };
    features.push({ id: 'breadth28', measure: 'breadth28', direction: -1 });
  }
  if (seats !== undefined) {
    measures.users28 = { kind: 'distinct', event: use, of: 'user', within: '28d' };
    measures.seats = { kind: 'fact', name: seats };
    measures.seatUse = { kind: 'ratio', of: 'users28', over: 'seats' };
    features.push({ id: 'seatUse', measure: 'seatUse', direction: -1 });
  }
  if (ticket !== undefined) {
    measures.tickets90 = { kind: 'count', event: ticket, within: '90d' };
    features.push({ id: 'tickets90', measure: 'tickets90', log: true, direction: 1 });
    if (escalated !== undefined) {
      measures.escalations90 = { kind: 'count', event: ticket, within: '90d', where: { ...escalated } };
      features.push({ id: 'escalations90', measure: 'escalations90', log: true, direction: 1 });
    }
  }
  if (nps !== undefined) {
    measures.nps = { kind: 'fact', name: nps };
    features.push({ id: 'nps', measure: 'nps', direction: -1 });
  }
  if (renewal !== undefined) {
    measures.renewal = { kind: 'until', fact: renewal };
    features.push({ id: 'daysToRenewal', measure: 'renewal', direction: 0 });
  }
  if (plan !== undefined) features.push({ id: 'plan', fact: plan, levels: true, direction: 0 });
  return { measures, features };
}
