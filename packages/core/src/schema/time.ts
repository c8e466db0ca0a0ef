import * as z from 'zod/mini';

export const dayMs = 86_400_000;

const unitMs: Record<string, number> = { h: 3_600_000, d: dayMs, w: 7 * dayMs };

export const durationPattern = /^[1-9]\d{0,3}[hdw]$/;

/** A length of time: `36h`, `30d`, `12w`. At most 9,999 of a unit. */
export const duration = z.string().check(z.regex(durationPattern));

/** Milliseconds of a duration that has been parsed: `toMs('2w')` is 1,209,600,000. */
export function toMs(text: string): number {
  return Number.parseInt(text, 10) * (unitMs[text.slice(-1)] ?? Number.NaN);
}

/** A duration in words: `30d` is "30 days", `1w` is "1 week". */
export function inWords(text: string): string {
  const count = Number.parseInt(text, 10);
  const noun = { h: 'hour', d: 'day', w: 'week' }[text.slice(-1)] ?? text;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Days since 1970-01-01 in UTC of an instant in milliseconds. */
export const dayOf = (ms: number): number => Math.floor(ms / dayMs);

/** An instant in milliseconds as `2026-11-14T09:00:00.000Z`. */
export const toInstant = (ms: number): string => new Date(ms).toISOString();
