import type { Tier } from '../model/tier.ts';
import { assignTier } from '../score/assign-tier.ts';
import { type Confusion, confusion } from '../stats/truth/confusion.ts';

/** What the parts of a score were on a day, each 0–100 or null, and whether the outcome, a bad one, came after. */
export interface WeighedRow {
  readonly account: string;
  /** In milliseconds. */
  readonly cutOff: number;
  readonly scores: readonly (number | null)[];
  readonly happened: boolean;
}

/** What weights make of rows. */
export interface WeightsEffect {
  /** Rows by whether the score was below the warning line and whether the outcome came; those without a score are not in it. */
  readonly confusion: Confusion;
  /** How many accounts are in each tier as of their last row, by id; those without a score are in none. */
  readonly tiers: Readonly<Record<string, number>>;
}

/** The weighted mean of the parts that are known, 0–100; null where none with weight is. */
export function weigh(scores: readonly (number | null)[], weights: readonly number[]): number | null {
  let [total, whole] = [0, 0];
  scores.forEach((score, part) => {
    if (score === null) return;
    total += (weights[part] as number) * score;
    whole += weights[part] as number;
  });
  return whole > 0 ? total / whole : null;
}

/** The last row of each account, in the order of accounts. */
function lastRows(rows: readonly WeighedRow[]): WeighedRow[] {
  const last = new Map<string, WeighedRow>();
  for (const row of rows) {
    const known = last.get(row.account);
    if (!known || row.cutOff > known.cutOff) last.set(row.account, row);
  }
  return [...last.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** How many warnings come and how right they are, and how many accounts are in each tier, under some weights. */
export function weightsEffect(
  rows: readonly WeighedRow[],
  weights: readonly number[],
  { tiers, warnBelow }: { readonly tiers: readonly Tier[]; readonly warnBelow: number },
): WeightsEffect {
  const scored = rows.flatMap(({ scores, happened }) => {
    const score = weigh(scores, weights);
    return score === null ? [] : [{ happened, warned: Number(score < warnBelow) }];
  });
  const counts = Object.fromEntries(tiers.map(({ id }) => [id, 0]));
  for (const { scores } of lastRows(rows)) {
    const tier = assignTier(tiers, weigh(scores, weights));
    if (tier) counts[tier.id] = (counts[tier.id] ?? 0) + 1;
  }
  return {
    confusion: confusion(
      scored.map(({ happened }) => happened),
      scored.map(({ warned }) => warned),
      1,
    ),
    tiers: counts,
  };
}
