import { divide } from '../divide.ts';
import { mustBe } from '../must-be.ts';
import { mustBeAmount } from '../share-of.ts';

/** What a lifetime value is reckoned from; all three of the same period, null where unknown. */
export interface LifetimeValueTerms {
  /** Average recurring revenue per account and period. */
  readonly revenuePerAccount: number | null;
  /** Share of revenue left after the cost of serving it, at most 1; below 0 where serving costs more. */
  readonly grossMargin: number | null;
  /** Share of customers lost per period, 0…1. */
  readonly churnRate: number | null;
}

/**
 * Customer lifetime value, in currency: revenue per account × gross margin / churn rate of customers, a period's each.
 * The simple formula: it takes churn to be constant and expects neither expansion nor interest. Skok, "SaaS Metrics
 * 2.0", forentrepreneurs.com. Null where a term is unknown, or churn is 0: nobody left yet, so that no lifetime can be
 * said.
 */
export function lifetimeValue(terms: LifetimeValueTerms): number | null {
  mustBe(terms !== null && typeof terms === 'object', 'terms', '{ revenuePerAccount, grossMargin, churnRate }', terms);
  const { revenuePerAccount, grossMargin, churnRate } = terms;
  mustBeAmount(revenuePerAccount, 'revenuePerAccount');
  const margin = grossMargin === null || (Number.isFinite(grossMargin) && grossMargin <= 1);
  mustBe(margin, 'grossMargin', 'a share of at most 1, or null where it is unknown', grossMargin);
  mustBe(
    churnRate === null || (Number.isFinite(churnRate) && churnRate >= 0 && churnRate <= 1),
    'churnRate',
    'a share from 0 to 1, or null where it is unknown',
    churnRate,
  );
  if (revenuePerAccount === null || grossMargin === null || churnRate === null) return null;
  return divide(revenuePerAccount * grossMargin, churnRate);
}
