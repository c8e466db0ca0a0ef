import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Vectors } from './vectors.ts';

/** The conformance vectors that come with `@hale/core`, by the names of their files. */
export function readVectors(): Map<string, Vectors> {
  const read = (name: string) =>
    JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`@hale/core/vectors/${name}`)), 'utf8'));
  // The files are the package's own, and its tests hold them to their form.
  const names: string[] = read('index.json');
  return new Map(names.map((name): [string, Vectors] => [name, read(name)]));
}
