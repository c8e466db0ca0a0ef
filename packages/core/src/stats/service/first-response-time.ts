import { type Elapsed, elapsed } from './elapsed.ts';

/**
 * First response time in hours of the clock, from `opened` to the first answer by a person, `responded` (milliseconds
 * since 1970; an automatic receipt is no answer): median and 90th percentile. A ticket that still waits (`responded`
 * null) is `pending`. Refuses an answer before the question.
 */
export function firstResponseTime(
  tickets: readonly { readonly opened: number | null; readonly responded: number | null }[],
): Elapsed {
  return elapsed('tickets', tickets, ['opened', 'responded'], 3_600_000);
}
