import type { Tier } from '../model/model.ts';
import type { Tone } from '../schema/primitives.ts';

/** The tier a score is in. A tier's lower bound belongs to it; the last one includes 100. Null without a score. */
export function assignTier(tiers: readonly Tier[], score: number | null): Tier | null {
  if (score === null) return null;
  return tiers.findLast((tier) => tier.from <= score) ?? null;
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
