import type { Report } from '@hale/core';

/** What two models make of one account. */
export interface Move {
  readonly id: string;
  readonly name: string;
  readonly before: Standing;
  readonly after: Standing;
  /** Points gained or lost; null where one of the models gives no score. */
  readonly change: number | null;
  readonly tierChanged: boolean;
}

interface Standing {
  readonly score: number | null;
  readonly tier: string | null;
  /** Why there is no score; null where there is one. */
  readonly reason: string | null;
}

/** All moves, those that change tier first, then by how far they go; and what they come to. */
export interface Moves {
  readonly moves: readonly Move[];
  readonly summary: {
    readonly accounts: number;
    readonly up: number;
    readonly down: number;
    readonly unmoved: number;
    /** How many have a score only after, and only before. */
    readonly gained: number;
    readonly lost: number;
    readonly tierChanges: number;
    /** Over those that both models score; null where there are none. */
    readonly meanChange: number | null;
    /** How many went from which tier to which, the commonest first. */
    readonly tiers: readonly { readonly from: string | null; readonly to: string | null; readonly accounts: number }[];
  };
}

/** Smaller changes are those of the last bits, and none. */
const least = 1e-9;

export function moveOf(before: Report, after: Report): Move {
  const difference = before.score === null || after.score === null ? null : after.score - before.score;
  return {
    id: after.account.id,
    name: after.account.name,
    before: standingOf(before),
    after: standingOf(after),
    change: difference !== null && Math.abs(difference) < least ? 0 : difference,
    tierChanged: before.tier !== after.tier,
  };
}

const standingOf = ({ score, tier, reason }: Report): Standing => ({ score, tier, reason: reason?.code ?? null });

export function summarise(moves: readonly Move[]): Moves {
  const many = (when: (move: Move) => boolean) => moves.filter(when).length;
  const changes = moves.flatMap(({ change }) => (change === null ? [] : [change]));
  const ways = new Map<string, { from: string | null; to: string | null; accounts: number }>();
  for (const { before, after, tierChanged } of moves) {
    if (!tierChanged) continue;
    const key = JSON.stringify([before.tier, after.tier]);
    const way = ways.get(key) ?? { from: before.tier, to: after.tier, accounts: 0 };
    way.accounts++;
    ways.set(key, way);
  }
  return {
    moves: moves.toSorted(
      (a, b) =>
        Number(b.tierChanged) - Number(a.tierChanged) ||
        Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) ||
        (a.id < b.id ? -1 : 1),
    ),
    summary: {
      accounts: moves.length,
      up: many(({ change }) => change !== null && change > 0),
      down: many(({ change }) => change !== null && change < 0),
      unmoved: many(({ change, before, after }) => change === 0 || (before.score === null && after.score === null)),
      gained: many(({ before, after }) => before.score === null && after.score !== null),
      lost: many(({ before, after }) => before.score !== null && after.score === null),
      tierChanges: many(({ tierChanged }) => tierChanged),
      meanChange: changes.length > 0 ? changes.reduce((sum, change) => sum + change, 0) / changes.length : null,
      tiers: [...ways.values()].toSorted((a, b) => b.accounts - a.accounts),
    },
  };
}
