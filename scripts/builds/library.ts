import { isAbsolute, join } from 'node:path';
import type { InlineConfig } from 'vite';
import { entries, type Package } from '../packages.ts';
import { likeWithLike } from './like-with-like.ts';
import { tightText } from './tight-text.ts';

/**
 * Whether an import stays an import: every package the manifest promises does, and what Node brings to one that is a
 * program; the package's own files do not.
 * Throws when a file imports what the manifest does not promise: it would be missing where the package is installed.
 */
function stays({ manifest }: Package): (id: string, importer: string | undefined) => boolean {
  const promised = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return (id, importer) => {
    // What the manifest's own `imports` name, by the conditions of whoever uses the package.
    if (manifest.imports && id in manifest.imports) return true;
    if (id.startsWith('.') || id.startsWith('\0') || isAbsolute(id)) return false;
    if (manifest.bin && id.startsWith('node:')) return true;
    if (promised.some((name) => id === name || id.startsWith(`${name}/`))) return true;
    throw new Error(
      `${manifest.name} does not list ${id} among its dependencies, yet ${importer ?? 'an entry'} imports it.`,
    );
  };
}

/** ES modules beside their source maps, one for each source file, so that a bundler takes no more than is used. */
export function library(one: Package): InlineConfig {
  return {
    root: one.folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [tightText, likeWithLike(/^define(\/[\w-]+)?\.js$/)],
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      lib: { entry: entries(one), formats: ['es'] },
      rolldownOptions: {
        external: stays(one),
        // A 'use client' stays at the head of its module, since each module stays one; a test looks.
        checks: { moduleLevelDirective: false },
        output: {
          preserveModules: true,
          // Bundlers put the value of a `const` where it is used, and leave out what follows from it.
          topLevelVar: false,
          preserveModulesRoot: join(one.folder, 'src'),
          // `x.json` and `x.ts` may lie side by side, so the former keeps its ending in the name.
          entryFileNames: ({ facadeModuleId }) => (facadeModuleId?.endsWith('.json') ? '[name].json.js' : '[name].js'),
        },
      },
    },
  };
}
