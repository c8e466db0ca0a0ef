import { versionParts } from '../schema/version.ts';
import type { Effect } from './model-change.ts';

/** The least version after a change: major where scores can change, minor where signals can, patch for words. */
export function raised(version: string, effect: Effect | null): string {
  const [major, minor, patch] = versionParts(version);
  const next = {
    scores: [major + 1, 0, 0],
    signals: [major, minor + 1, 0],
    words: [major, minor, patch + 1],
    none: [major, minor, patch],
  };
  return next[effect ?? 'none'].join('.');
}
