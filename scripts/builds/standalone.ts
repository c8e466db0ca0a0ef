import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import type { Package } from '../packages.ts';
import { sourceCondition } from '../workspace.ts';
import { likeWithLikeWithin } from './like-with-like.ts';
import { tightText } from './tight-text.ts';

/** The standalone modules and the entries they are made of: the elements with what fetches, and what scores in the page. */
const modules = { 'hale.js': 'standalone.ts', 'hale-model.js': 'standalone-model.ts' } as const;

/** Minified modules with all that they need in each, for `<script type="module">`. */
export function standalone({ folder }: Package): InlineConfig[] {
  return Object.entries(modules).map(([name, entry]) => ({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [tightText, likeWithLikeWithin(join(folder, 'src', entry))],
    resolve: { conditions: [sourceCondition, 'browser', 'module', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: join('dist', 'standalone'),
      emptyOutDir: false,
      sourcemap: true,
      minify: true,
      reportCompressedSize: false,
      // Vite leaves the spaces in a library for a bundler's sake; nothing bundles this one again.
      rolldownOptions: { output: { minify: true } },
      lib: { entry: join(folder, 'src', entry), formats: ['es'], fileName: () => name },
    },
  }));
}
