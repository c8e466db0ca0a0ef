/** An account's size as people say it: small up to 99 people, mid-market to 999, enterprise from 1,000. */
export function segmentOf(employees: number | null): string | null {
  if (employees === null) return null;
  return employees < 100 ? 'Small' : employees < 1000 ? 'Mid-market' : 'Enterprise';
}
