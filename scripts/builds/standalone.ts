import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import type { Package } from '../packages.ts';
import { sourceCondition } from '../workspace.ts';
import { tightStyles } from './tight-styles.ts';

/** One minified module with everything in it and every element defined, for `<script type="module">`. */
export function standalone({ folder }: Package): InlineConfig {
  return {
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [tightStyles],
    resolve: { conditions: [sourceCondition, 'browser', 'module', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: join('dist', 'standalone'),
      sourcemap: true,
      minify: true,
      reportCompressedSize: false,
      // Vite leaves the spaces in a library for a bundler's sake; nothing bundles this one again.
      rolldownOptions: { output: { minify: true } },
      lib: { entry: join(folder, 'src', 'standalone.ts'), formats: ['es'], fileName: () => 'hale.js' },
    },
  };
}
