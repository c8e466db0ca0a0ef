import type { Tier } from '../model/tier.ts';
import type { Tone } from '../schema/primitives.ts';
import { toDecimals } from '../stats/decimals.ts';

/** Whether a score is at an edge or past it, both in decimals, as a model has them: the grid that scores lie on has no 33.3. */
const reaches = (score: number, edge: number): boolean => toDecimals(edge) <= toDecimals(score);

/** The tier a score is in. A tier's lower bound belongs to it; the last one includes 100. Null without a score. */
export function assignTier(tiers: readonly Tier[], score: number | null): Tier | null {
  if (score === null) return null;
  return tiers.findLast((tier) => reaches(score, tier.from)) ?? null;
}

/**
 * The tier a score is in, given the tier it was in before: it leaves that one only when it has passed the edge
 * by `margin` points. Asked again with the same score, it answers the same.
 */
export function holdTier(
  tiers: readonly Tier[],
  score: number | null,
  before: string | null,
  margin: number,
): Tier | null {
  const plain = assignTier(tiers, score);
  const was = tiers.findIndex(({ id }) => id === before);
  if (score === null || !plain || was === -1 || margin === 0) return plain;
  const rising = tiers.findLastIndex(({ from }) => reaches(score, from + margin));
  if (rising > was) return tiers[rising] ?? plain;
  const falling = tiers.findLastIndex(({ from }, index) => index <= was && reaches(score, from - margin));
  return tiers[falling] ?? plain;
}

/** Tones by place on the scale, where the model names none. */
const tonesBySize: Record<number, readonly Tone[]> = {
  1: ['healthy'],
  2: ['at-risk', 'healthy'],
  3: ['at-risk', 'watch', 'healthy'],
};

const fourTones: readonly Tone[] = ['at-risk', 'watch', 'healthy', 'thriving'];

/** How a tier looks: as the model says, or by its place from worst to best. */
export function toneOf(tiers: readonly Tier[], index: number): Tone {
  const named = tiers[index]?.tone;
  if (named) return named;
  const tones = tonesBySize[tiers.length] ?? fourTones;
  const place = tiers.length <= tones.length ? index : Math.floor((index * tones.length) / tiers.length);
  return tones[place] ?? 'healthy';
}
