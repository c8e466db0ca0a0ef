import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

// Bundlers lay out modules as they meet them, and gzip looks back no further than 32 kB: what is alike takes less where
// it lies together, 2 kB of many elements and a tenth of one. So an entry of elements imports their stylesheets, and then
// their words, before anything else. These modules have no effects, and what is not used of them is left out as ever.
const texts = [/\.styles\.(js|ts)$/, /\.messages\.(js|ts)$/];

/** Imports of what is text among modules, in one line without an end, so that source maps hold. */
const imports = (paths: readonly string[], to = './'): string =>
  texts
    .flatMap((kind) => paths.filter((path) => kind.test(path)).sort())
    .map((path, i) => `import * as _${i} from "${to}${path}";`)
    .join('');

/** For a library, whose entries of elements are chunks among others: what each brings, by whatever way. */
export const likeWithLike = (entries: RegExp): Plugin => ({
  name: 'like-with-like',
  generateBundle(_, bundle) {
    for (const [entry, chunk] of Object.entries(bundle)) {
      if (chunk.type !== 'chunk' || !entries.test(entry)) continue;
      const met = new Set<string>();
      const meet = (name: string) => {
        const one = bundle[name];
        if (met.has(name) || one?.type !== 'chunk') return;
        met.add(name);
        one.imports.forEach(meet);
      };
      meet(entry);
      chunk.code = imports([...met], entry.split('/').length > 1 ? '../' : './') + chunk.code;
    }
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
