import { globSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, an absolute path. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The export condition under which the packages of this workspace resolve to their TypeScript sources. */
export const sourceCondition = '@hale/source';

/** Files that match, as absolute paths in a stable order; folders named node_modules and dist are left out. */
export function filesOf(patterns: readonly string[], from: string = root): string[] {
  const left = (entry: string) => /(^|[\\/])(node_modules|dist)([\\/]|$)/.test(entry);
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: from, exclude: left }));
  return [...new Set(found.map((path) => resolve(from, path)))].sort();
}

/** A path as people read it: relative to the root, with forward slashes. */
export function shown(path: string): string {
  return relative(root, path).split(sep).join('/') || '.';
}
