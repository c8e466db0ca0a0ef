/** Width in px of the notch cut out of the scale where a tier begins. */
export const notch = 3;

/** Part of a length, in the unit of that length; `start` may be the larger end. */
export interface Stretch {
  start: number;
  end: number;
}

/** A tier's part of a drawn scale. */
export interface TierStretch<T> extends Stretch {
  tier: T;
}

/** Where a score, 0–100, lies between `start` and `end`; scores beyond the scale lie at its ends. */
export function position(start: number, end: number): (score: number) => number {
  return (score) => start + ((end - start) * Math.min(100, Math.max(0, score))) / 100;
}

/** What is left from `start` up to `end` when `gap` is cut out around each of `cuts`, which rise; all in one unit. */
export function notched(start: number, end: number, cuts: readonly number[], gap: number = notch): Stretch[] {
  const left: Stretch[] = [];
  let from = start;
  for (const cut of [...cuts, end + gap]) {
    const to = Math.min(end, cut - gap / 2);
    if (to > from) left.push({ start: from, end: to });
    from = Math.max(from, cut + gap / 2);
  }
  return left;
}

/** The scale from `start` (0) to `end` (100) as one stretch a tier, worst first, `gap` apart; a tier too thin to show is left out. */
export function tierStretches<T extends { from: number }>(
  tiers: readonly T[],
  start: number,
  end: number,
  gap: number = notch,
): TierStretch<T>[] {
  const at = position(start, end);
  const half = (end < start ? -gap : gap) / 2;
  const sorted = [...tiers].sort((a, b) => a.from - b.from);
  const stretches = sorted.map((tier, i) => {
    const next = sorted[i + 1];
    return { tier, start: i === 0 ? start : at(tier.from) + half, end: next ? at(next.from) - half : end };
  });
  return stretches.filter((s) => (end < start ? s.start > s.end : s.start < s.end));
}

/** Scores where one tier ends and the next begins, rising; the worst tier's own beginning is not among them. */
export function edges(tiers: readonly { from: number }[]): number[] {
  return tiers
    .map((tier) => tier.from)
    .sort((a, b) => a - b)
    .slice(1);
}
