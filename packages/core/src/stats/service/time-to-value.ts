import { type Elapsed, elapsed } from './elapsed.ts';

/**
 * Time to value in days, from `began` (signed, or first signed in: the caller's choice) to `reached`, the first time an
 * account got what it came for (milliseconds since 1970): median and 90th percentile. An account that has not got there
 * (`reached` null) is `pending`. What counts as value is the vendor's to say. Refuses value reached before the
 * beginning.
 */
export function timeToValue(
  accounts: readonly { readonly began: number | null; readonly reached: number | null }[],
): Elapsed {
  return elapsed('accounts', accounts, ['began', 'reached'], 86_400_000);
}
