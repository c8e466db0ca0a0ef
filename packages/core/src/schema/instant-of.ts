import { given, HealthError } from '../errors.ts';
import { parseInstant } from './instant.ts';

/** When a report is made; the core has no clock of its own. */
export interface ReportOptions {
  readonly now: Date | string;
}

/** The years that an instant can be written in. */
const [first, last] = [parseInstant('0000-01-01T00:00Z'), Date.UTC(10_000, 0)];

/** An instant in milliseconds, from a Date or ISO 8601, in UTC. Throws a HealthError otherwise. */
export function instantOf(now: Date | string): number {
  const ms = typeof now === 'string' ? parseInstant(now) : timeOf(now);
  if (ms >= first && ms < last) return ms;
  throw new HealthError({
    code: 'invalid-now',
    path: 'now',
    message: `now must be a Date or an instant such as 2026-11-14T09:00:00.000Z, not ${given(now)}.`,
  });
}

/** Asks no method of what is given, which may be anything. */
function timeOf(date: Date): number {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return Number.NaN;
  }
}
