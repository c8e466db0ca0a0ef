import { type Elapsed, elapsed } from './elapsed.ts';

/**
 * Resolution time in hours of the clock, from `opened` to `resolved` (milliseconds since 1970): median and 90th
 * percentile, for a mean is ruled by the few that took months. A ticket still open (`resolved` null) is `pending`; one
 * reopened has the `resolved` the caller gives, by custom the last. Refuses a ticket resolved before it was opened.
 */
export function resolutionTime(
  tickets: readonly { readonly opened: number | null; readonly resolved: number | null }[],
): Elapsed {
  return elapsed('tickets', tickets, ['opened', 'resolved'], 3_600_000);
}
