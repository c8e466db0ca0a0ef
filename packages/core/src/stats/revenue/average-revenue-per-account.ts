import { mean } from '../mean.ts';
import { mustBe } from '../must-be.ts';
import { mustBeAmount } from '../share-of.ts';

/**
 * Average revenue per account (ARPA): recurring revenue / accounts that pay, in currency per account and the period of
 * the revenue. An account of 0 does not pay and is not counted; one of unknown revenue (null) is left out. Skok, "SaaS
 * Metrics 2.0", forentrepreneurs.com. Null where no account is known to pay; refuses negative revenue.
 */
export function averageRevenuePerAccount(revenues: readonly (number | null)[]): number | null {
  mustBe(Array.isArray(revenues), 'revenues', 'a list of amounts', revenues);
  revenues.forEach((revenue, index) => {
    mustBeAmount(revenue, `revenues[${index}]`);
  });
  return mean(revenues.filter((revenue) => revenue !== null).filter((revenue) => revenue > 0));
}
