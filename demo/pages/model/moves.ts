import type { Standing } from './portfolio.ts';

/** What became of one customer. */
export interface Move {
  /** Its place in the list of customers. */
  readonly place: number;
  readonly before: Standing;
  readonly after: Standing;
  /** Points gained or lost, exactly; null without a score before or after. */
  readonly by: number | null;
}

/** What became of all customers together. */
export interface Moves {
  /** Those whose score changed, the farthest first. */
  readonly moved: readonly Move[];
  /** How many had a score and have none now. */
  readonly lost: number;
  readonly up: number;
  readonly down: number;
  /** Mean and greatest change of a score, in points of either sign. */
  readonly mean: number;
  readonly greatest: number;
}

/** Less than this is rounding. */
const least = 1e-9;

/** Holds two scorings of the same customers against each other. */
export function movesBetween(before: readonly Standing[], after: readonly Standing[]): Moves {
  const all = after.map((now, place): Move => {
    const was = before[place] ?? { score: null, tier: null };
    return {
      place,
      before: was,
      after: now,
      by: was.score === null || now.score === null ? null : now.score - was.score,
    };
  });
  const changes = all.flatMap(({ by }) => (by === null ? [] : Math.abs(by)));
  const tiers = all.map(({ before: was, after: now }) =>
    was.tier === null || now.tier === null ? 0 : now.tier - was.tier,
  );
  return {
    moved: all
      .filter(
        ({ by, before: was, after: now }) => Math.abs(by ?? 0) > least || (was.score === null) !== (now.score === null),
      )
      .sort((a, b) => Math.abs(b.by ?? 0) - Math.abs(a.by ?? 0) || a.place - b.place),
    lost: all.filter(({ before: was, after: now }) => was.score !== null && now.score === null).length,
    up: tiers.filter((tier) => tier > 0).length,
    down: tiers.filter((tier) => tier < 0).length,
    mean: changes.length ? changes.reduce((sum, change) => sum + change, 0) / changes.length : 0,
    greatest: changes.reduce((most, change) => Math.max(most, change), 0),
  };
}

/** Customers in each tier, worst first, and then those without a score. */
export function countTiers(standings: readonly Standing[], tiers: number): number[] {
  const counts = Array<number>(tiers + 1).fill(0);
  for (const { tier } of standings) counts[tier ?? tiers] = (counts[tier ?? tiers] ?? 0) + 1;
  return counts;
}
