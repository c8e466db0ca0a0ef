import type { Tier } from '../model/tier.ts';
import type { Contribution, Report } from '../schema/report.ts';
import { parseInstant, toInstant } from '../schema/time.ts';
import type { Settled } from '../score/settle.ts';
import { withoutMeasure } from './contributions.ts';
import { toSentence } from './say.ts';

/** What a person has set, as a report tells it: with what was computed, and as a row of its own where it is a score. */
export function tellOverride(
  { score, set, computed }: Settled,
  tiers: readonly Tier[],
): { override: NonNullable<Report['override']> | null; row: Contribution[] } {
  if (!set) return { override: null, row: [] };
  const isKnown = tiers.some(({ id }) => id === set.tier);
  const override = {
    score: set.score ?? null,
    tier: isKnown ? (set.tier ?? null) : null,
    ...(set.tier !== undefined && !isKnown ? { unknownTier: set.tier } : {}),
    reason: set.reason,
    author: set.author,
    at: toInstant(parseInstant(set.at)),
    expires: set.expires === undefined ? null : toInstant(parseInstant(set.expires)),
    computed,
  };
  const row: Contribution = {
    ...withoutMeasure,
    id: ':override',
    role: 'override',
    dimension: null,
    label: 'Set by hand',
    points: score === null ? null : score - (computed.score ?? 0),
    sentence: toSentence(`Set by ${set.author}: ${set.reason}`),
  };
  return { override, row: set.score === undefined ? [] : [row] };
}

/** The computed score, where a person has set another. */
export const computedBeside = ({ set, computed }: Settled): { computed?: number | null } =>
  set?.score === undefined ? {} : { computed: computed.score };
