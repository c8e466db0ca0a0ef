const first = 1000;
const most = 120_000;
const hour = 3_600_000;

/** How often a request is tried again before the reader has to ask. */
export const tries = 8;

/**
 * How long to wait before try number `attempt` (from 0), in ms: full jitter, anywhere between nothing and a ceiling
 * that doubles from 1 s to 2 min. A server's `Retry-After` is a floor under it. null when it is not worth waiting.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoff(attempt: number, random: () => number, retryAfter: number | null = null): number | null {
  if (attempt >= tries || (retryAfter !== null && retryAfter > hour)) return null;
  const jitter = random() * Math.min(most, first * 2 ** attempt);
  return retryAfter === null ? jitter : retryAfter + Math.min(jitter, first);
}

/** A `Retry-After` header as ms from `now`: seconds or a date; null for none, or for neither. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  // Engines take much for a date that is none; one of HTTP begins with the day of the week.
  const at = /^\s*[A-Z][a-z]/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
