/**
 * Loaded before the suites that run in Node: compiles `.tsx` with esbuild, since Node itself only strips types.
 * Plain `.ts` is left to Node.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context);
    const sourcefile = fileURLToPath(url);
    const { code } = transformSync(readFileSync(sourcefile, 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      sourcefile,
      sourcemap: 'inline',
      target: 'es2022',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
