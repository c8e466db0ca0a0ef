import { given, HealthError } from '../errors.ts';

/** When a report is made; the core has no clock of its own. */
export interface ReportOptions {
  readonly now: Date | string;
}

/** Other ways to write a time mean another instant in another place. */
const iso = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** An instant in milliseconds, from a Date or ISO 8601. Throws a HealthError otherwise. */
export function instantOf(now: Date | string): number {
  const ms =
    typeof now === 'string' && iso.test(now) ? Date.parse(now) : now instanceof Date ? now.getTime() : Number.NaN;
  if (Number.isFinite(ms)) return ms;
  throw new HealthError({
    code: 'invalid-now',
    path: 'now',
    message: `now must be a Date or an instant such as 2026-11-14T09:00:00.000Z, not ${given(now)}.`,
  });
}
