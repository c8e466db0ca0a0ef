const weekMs = 7 * 86_400_000;

/** How many weekly scores are kept besides today's. */
const mostWeeks = 52;

/** The weekly instants (milliseconds) before `asOf` and not before `from`, a year of them at most, oldest first. */
export function weeklyInstants(asOf: number, from: number): number[] {
  const weeks = Math.max(0, Math.min(mostWeeks, Math.floor((asOf - from) / weekMs)));
  return Array.from({ length: weeks }, (_, index) => asOf - (weeks - index) * weekMs);
}

/** Whether an account that ended at `ended` was no customer any more at `asOf`. */
export const hasLeft = (ended: number | null, asOf: number): ended is number => ended !== null && ended < asOf;

/**
 * The instant an account's report is of: `asOf` for a customer; for one that has left, the last weekly instant at
 * which it was a customer, since nothing that happened afterwards is about its health. At most 52 weeks back.
 */
export function reportInstant(ended: number | null, asOf: number): number {
  if (!hasLeft(ended, asOf)) return asOf;
  return asOf - Math.min(mostWeeks, Math.ceil((asOf - ended) / weekMs)) * weekMs;
}
