import type { Override } from '../schema/account.ts';
import { parseInstant } from '../schema/time.ts';

/** The newest override that has begun and has not expired at `now` (milliseconds); null for none. */
export function overrideInForce(overrides: readonly Override[], now: number): Override | null {
  const inForce = overrides
    .map((override) => ({ override, at: parseInstant(override.at) }))
    .filter(({ override: { expires }, at }) => at <= now && (expires === undefined || now < parseInstant(expires)))
    // Of two from the same instant the stricter is kept, so that the order they are listed in does not matter.
    .sort(
      (a, b) =>
        b.at - a.at ||
        strictness(a.override) - strictness(b.override) ||
        (textOf(a.override) < textOf(b.override) ? -1 : 1),
    );
  return inForce[0]?.override ?? null;
}

const strictness = ({ score }: Override): number => score ?? 101;

const textOf = ({ tier, reason, author, expires }: Override): string => JSON.stringify([tier, reason, author, expires]);
