import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { build } from 'esbuild';
import { root, shown, sourceCondition } from '../workspace.ts';

/** The structural part of a dev-server plugin that is needed here. */
interface ServePlugin {
  readonly name: string;
  serve(context: { readonly path: string }): { body: string; type: string } | undefined;
}

const script = (body: string) => ({ body, type: 'js' });

/**
 * A plugin that serves the test files as modules bundled in memory: one request a file instead of hundreds, with the
 * large dependencies shared between them, and packages resolved to their sources as bundlers of consumers would.
 */
export async function bundledTests(files: readonly string[]): Promise<ServePlugin> {
  const outcome = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    outbase: root,
    outdir: root,
    chunkNames: '.chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    conditions: [sourceCondition],
    external: ['/__web-dev-server__web-socket.js'],
    define: { 'process.env.NODE_ENV': '"development"' },
    sourcemap: 'inline',
    sourceRoot: '/',
    logLevel: 'silent',
  });
  const modules = new Map(outcome.outputFiles.map((file) => [`/${shown(file.path)}`, file.text]));
  const built = (path: string) => modules.get(path) ?? modules.get(path.replace(/\.tsx?$/, '.js'));
  return {
    name: 'bundled-tests',
    serve({ path }) {
      const body = built(posix.normalize(decodeURI(path)));
      return body === undefined ? undefined : script(body);
    },
  };
}

/** A plugin that serves msw's worker script where msw looks for it. */
export function mswWorker(): ServePlugin {
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  return {
    name: 'msw-worker',
    serve: ({ path }) => (path === '/mockServiceWorker.js' ? script(readFileSync(worker, 'utf8')) : undefined),
  };
}
