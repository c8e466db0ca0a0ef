import type { Effect } from './model-change.ts';

/** A version as its three parts. `4` reads as 4.0.0, and `4.1` as 4.1.0. */
function versionParts(version: string): readonly [major: number, minor: number, patch: number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

/** Below 0 where `a` is the earlier version, 0 where both are the same (`4` and `4.0.0` are), above 0 otherwise. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [versionParts(a), versionParts(b)];
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

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
