import { order } from '../rules/order.ts';
import type { Override } from '../schema/account.ts';
import { parseInstant } from '../schema/time.ts';

/** The newest override that has begun and has not expired at `now` (milliseconds); null for none. */
export function overrideInForce(overrides: readonly Override[], now: number): Override | null {
  const inForce = overrides
    .map((override) => ({ override, at: parseInstant(override.at) }))
    .filter(({ override: { expires }, at }) => at <= now && (expires === undefined || now < parseInstant(expires)))
    // Of two from the same instant the stricter is kept, so that the order they are listed in does not matter.
    .sort((a, b) => b.at - a.at || strictness(a.override) - strictness(b.override) || inWords(a.override, b.override));
  return inForce[0]?.override ?? null;
}

const strictness = ({ score }: Override): number => score ?? 101;

const inWords = (a: Override, b: Override): number =>
  order(a.tier ?? '', b.tier ?? '') || order(a.reason, b.reason) || order(a.author, b.author) || endOf(a) - endOf(b);

/** Later than any instant where it holds until it is taken back. */
const endOf = ({ expires }: Override): number => (expires === undefined ? 1e16 : parseInstant(expires));
