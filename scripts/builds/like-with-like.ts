import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

// Bundlers lay out modules as they meet them, and gzip looks back no further than 32 kB: what is alike takes 2 kB less
// where it lies together. So an entry of many elements imports their stylesheets, and then their words, before anything
// else. These modules have no effects, and what is not used of them is left out as ever.
const texts = [/\.styles\.(js|ts)$/, /\.messages\.(js|ts)$/];

/** Imports of what is text among modules, in one line without an end, so that source maps hold. */
const imports = (paths: readonly string[]): string =>
  texts
    .flatMap((kind) => paths.filter((path) => kind.test(path)).sort())
    .map((path, i) => `import * as _${i} from "./${path}";`)
    .join('');

/** For a library, whose `entry` is a chunk among others: what it brings, by whatever way. */
export const likeWithLike = (entry: string): Plugin => ({
  name: 'like-with-like',
  generateBundle(_, bundle) {
    const met = new Set<string>();
    const meet = (name: string) => {
      const chunk = bundle[name];
      if (met.has(name) || chunk?.type !== 'chunk') return;
      met.add(name);
      chunk.imports.forEach(meet);
    };
    meet(entry);
    const chunk = bundle[entry];
    if (chunk?.type === 'chunk') chunk.code = imports([...met]) + chunk.code;
  },
});

/** For an entry that is bundled whole: all there are beside it, of which the bundle keeps what it needs. */
export const likeWithLikeWithin = (entry: string): Plugin => ({
  name: 'like-with-like-within',
  transform(code, id) {
    if (id !== entry) return null;
    const paths = globSync(['**/*.styles.ts', '**/*.messages.ts'], { cwd: dirname(entry) });
    return { code: imports(paths) + code, map: null };
  },
});
