import type { ResolvedModel } from '../model/resolve-model.ts';
import type { HistoryPoint, Override } from '../schema/account.ts';
import { parseInstant } from '../schema/time.ts';
import { sameVersion } from '../schema/version.ts';
import { onGrid } from '../stats/exact-points.ts';
import { assignTier, holdTier } from './assign-tier.ts';
import { overrideInForce } from './override-in-force.ts';

/** The scores an account had, and what was set of it by hand. */
export interface Past {
  readonly history: readonly HistoryPoint[];
  readonly overrides: readonly Override[];
}

/** The score and the tier in force. */
export interface Settled {
  readonly score: number | null;
  readonly tier: string | null;
  /** Where the tier is held: the one that the score alone would be in. */
  readonly held: string | null;
  /** What a person has set in place of what was computed. */
  readonly set: Override | null;
  readonly computed: { readonly score: number | null; readonly tier: string | null };
}

/** The score and the tier in force: those computed, held to the tier before, or set by hand. */
export function settle({ model, tiers }: ResolvedModel, computed: number | null, past: Past, now: number): Settled {
  const plain = assignTier(tiers, computed)?.id ?? null;
  const { hysteresis = 0, version } = model;
  const own = hysteresis ? (holdTier(tiers, computed, tierBefore(version, past, now), hysteresis)?.id ?? null) : plain;
  const figures = { score: computed, tier: own };
  const set = overrideInForce(past.overrides, now);
  if (!set) return { ...figures, held: own === plain ? null : plain, set, computed: figures };

  const score = set.score === undefined ? computed : onGrid(set.score);
  // A tier that this model does not have cannot be shown; the score's own stands in.
  const named = tiers.find(({ id }) => id === set.tier)?.id;
  const fallback = set.score === undefined ? own : (assignTier(tiers, score)?.id ?? null);
  return { score, tier: named ?? fallback, held: null, set, computed: figures };
}

/** The newest tier that the score itself was in by this version of the model; null where none is known. */
function tierBefore(version: string, { history, overrides }: Past, now: number): string | null {
  const points = history
    // Other versions may have had other edges, and other scores.
    .flatMap(({ at, tier, version: by }) =>
      tier !== null && sameVersion(by, version) ? [{ ms: parseInstant(at), tier }] : [],
    )
    .filter(({ ms }) => ms < now)
    .sort((a, b) => b.ms - a.ms);
  // A tier that a person had set was never the score's own.
  return points.find(({ ms }) => !overrideInForce(overrides, ms))?.tier ?? null;
}
