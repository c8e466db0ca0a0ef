import { edges } from '../../draw/scale.ts';
import type { Formats } from '../../ui/formats.ts';
import { number } from '../../ui/loose.ts';
import { defaultTiers, type ScoreReading, type Tier, tierAt } from '../../ui/score-reading.ts';
import { scoreText } from '../../ui/summary.ts';
import type { Snapshot } from '../../ui/widget-state.ts';

/** What there is to draw on the scale, be it bent to a dial or lying. */
export interface GaugePicture {
  /** Solid: observed, now. Hollow: as it was. Dashed: not observed. Faint: not known to us. */
  readonly look: 'solid' | 'hollow' | 'dashed' | 'faint';
  readonly tiers: readonly Tier[];
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
  const tiers = reading?.tiers ?? defaultTiers;
  const base = {
    tiers,
    edges: edges(tiers),
    score: null,
    figure: '',
    isWaiting: state === 'loading',
    earlier: null,
    hand: null,
  };
  if (!reading || reading.score === null) {
    const isUnseen = state === 'not-enough' || state === 'empty';
    const figure = state === 'not-enough' ? '–' : '';
    return { ...base, look: isUnseen ? 'dashed' : 'faint', figure, possible: null };
  }
  const low = number(report?.possible?.low, 0, 100);
  const high = number(report?.possible?.high, 0, 100);
  const isStale = state === 'stale';
  return {
    ...base,
    look: isStale ? 'hollow' : 'solid',
    score: drawn ?? reading.score,
    figure: scoreText(reading, formats),
    earlier: isStale || state === 'partial' ? null : reading.earlier,
    hand: isStale ? null : handOf(reading),
    possible: state === 'partial' && low !== null && high !== null && low < high ? { low, high } : null,
  };
}

function handOf({ override, tier, tiers }: ScoreReading): GaugePicture['hand'] {
  if (!override || tier === null) return null;
  const computed = override.computed ?? 0;
  const to = tiers[tiers.indexOf(tier) + 1]?.from ?? 100;
  return { from: tier.from, to, computed, tone: tierAt(tiers, computed).tone };
}
