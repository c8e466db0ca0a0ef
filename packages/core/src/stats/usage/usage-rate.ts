import { ratioOf } from '../share-of.ts';

/**
 * Usage rate: active users / billable users over the same window. 0 or more; above 1 where people who are not billed
 * use the product. It is not license utilisation, which asks who was given a seat and not who came. Null where either
 * is unknown or nobody is billable.
 */
export function usageRate(activeUsers: number | null, billableUsers: number | null): number | null {
  return ratioOf(['activeUsers', activeUsers], ['billableUsers', billableUsers]);
}
