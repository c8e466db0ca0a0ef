import { edges } from '../../draw/scale.ts';
import type { Formats } from '../../ui/formats.ts';
import { number } from '../../ui/loose.ts';
import { defaultTiers, type ScoreReading, tierAt } from '../../ui/score-reading.ts';
import { scoreText } from '../../ui/summary.ts';
import type { Snapshot } from '../../ui/widget-state.ts';

/** What there is to draw on the scale, be it bent to a dial or lying. */
export interface GaugePicture {
  /** Solid: observed, now. Hollow: as it was. Dashed: not observed. Faint: not known to us. */
  readonly look: 'solid' | 'hollow' | 'dashed' | 'faint';
  /** Scores where tiers begin. */
  readonly edges: readonly number[];
  /** Where the needle stands; null for no needle. */
  readonly score: number | null;
  /** The figure in words: a number, a dash for none, nothing while there is nothing to say. */
  readonly figure: string;
  readonly isWaiting: boolean;
  readonly earlier: number | null;
  /** What a person has set: the tier, and what was computed, in the tone of its own tier; null for nothing. */
  readonly hand: {
    readonly from: number;
    readonly to: number;
    readonly computed: number;
    readonly tone: string;
  } | null;
  readonly possible: { readonly low: number; readonly high: number } | null;
}

/** The picture of a snapshot. `drawn` is where the needle stands on its way to the score. */
export function picture({ state, report, reading }: Snapshot, drawn: number | null, formats: Formats): GaugePicture {
  const score = reading?.score ?? null;
  const isStale = state === 'stale';
  const isPartial = state === 'partial';
  const isUnseen = state === 'not-enough';
  const low = number(report?.possible?.low, 0, 100);
  const high = number(report?.possible?.high, 0, 100);
  return {
    edges: edges(reading?.tiers ?? defaultTiers),
    look: score === null ? (isUnseen || state === 'empty' ? 'dashed' : 'faint') : isStale ? 'hollow' : 'solid',
    score: score === null ? null : (drawn ?? score),
    figure: reading && score !== null ? scoreText(reading, formats) : isUnseen ? '–' : '',
    isWaiting: state === 'loading',
    earlier: !reading || score === null || isStale || isPartial ? null : reading.earlier,
    hand: reading && !isStale ? handOf(reading) : null,
    possible: isPartial && low !== null && high !== null && low < high ? { low, high } : null,
  };
}

function handOf({ override, tier, tiers }: ScoreReading): GaugePicture['hand'] {
  if (!override || tier === null) return null;
  const computed = override.computed ?? 0;
  const to = tiers[tiers.indexOf(tier) + 1]?.from ?? 100;
  return { from: tier.from, to, computed, tone: tierAt(tiers, computed).tone };
}
