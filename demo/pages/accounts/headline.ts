import { count } from '../host/written.ts';
import type { PortfolioSummary } from './account-list.ts';

/** All accounts in one sentence: "12 of 300 at risk; 5 of them renew within 30 days". */
export function headline({ tiers, total: all }: PortfolioSummary): string {
  const [worst] = tiers;
  if (all === 0) return 'No accounts yet';
  if (!worst) return `${count(all)} accounts, none of them scored`;
  const label = worst.label.toLowerCase();
  if (worst.count === 0) return `None of ${count(all)} ${label}`;
  // Where nobody renews soon, or no renewals are known, there is nothing to say of them.
  if (tiers.every((tier) => tier.renewing === 0)) return `${count(worst.count)} of ${count(all)} ${label}`;
  const soon = worst.renewing;
  const part = soon === 0 ? 'none' : soon === worst.count && soon > 1 ? 'all' : count(soon);
  const renew = soon === 1 ? 'renews' : 'renew';
  const whose = worst.count === 1 ? (soon ? 'it renews' : 'it does not renew') : `${part} of them ${renew}`;
  return `${count(worst.count)} of ${count(all)} ${label}; ${whose} within 30 days`;
}
