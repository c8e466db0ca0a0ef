/** A version as its three parts. `4` reads as 4.0.0, and `4.1` as 4.1.0. */
export function versionParts(version: string): readonly [major: number, minor: number, patch: number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

/** Below 0 where `a` is the earlier version, 0 where both are the same (`4` and `4.0.0` are), above 0 otherwise. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [versionParts(a), versionParts(b)];
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** Whether two versions are one, however much of it is written: `1`, `1.0` and `1.0.0` are. */
export const sameVersion = (a: string, b: string): boolean => a === b || compareVersions(a, b) === 0;
