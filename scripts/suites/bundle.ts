import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { root, shown, sourceCondition } from '../workspace.ts';
import { hostPage } from './host-pages.ts';
import { hostWorker, strictPolicy } from './host-worker.ts';
import type { Page } from './pages.ts';
import { tried } from './properties.ts';

/** The structural part of a dev-server plugin that is needed here. */
interface ServePlugin {
  readonly name: string;
  serve(context: {
    readonly path: string;
    set(header: string, value: string): void;
  }): { body: string; type: string } | undefined | Promise<{ body: string; type: string } | undefined>;
}

const script = (body: string) => ({ body, type: 'js' });

/** The tests that get React 18 wherever React is asked for, also by its own packages. */
const for18 = /[\\/]react-18\.test\.tsx?$/;
const react18 = Object.fromEntries(
  ['react', 'react-dom'].map((name) => [name, join(root, 'node_modules', `${name}-18`)]),
);

/**
 * In browsers a property is tried for a fifth of a second, and at least once: engines differ in what they do, which
 * few runs show, and three of them on two cores would take minutes for what Node has tried in full.
 */
const briefly = 200;

const briefProperties: Plugin = {
  name: 'brief-properties',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fast-check$/ }, ({ namespace }) =>
      namespace === 'brief' ? undefined : { path: 'fast-check', namespace: 'brief' },
    );
    onLoad({ filter: /.*/, namespace: 'brief' }, () => ({
      contents: tried(briefly),
      resolveDir: root,
    }));
  },
};

/** Modules that load the test files of a page one after the other; one that cannot be loaded fails alone. */
const sharedPages = (pages: readonly Page[]): Plugin => ({
  name: 'shared-pages',
  setup({ onResolve, onLoad }) {
    const byFile = new Map(pages.map((page) => [page.file, page]));
    onResolve({ filter: /.*/ }, ({ path, kind }) =>
      kind === 'entry-point' && (byFile.get(path)?.files.length ?? 0) > 1 ? { path, namespace: 'page' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'page' }, ({ path }) => ({
      contents: (byFile.get(path)?.files ?? [])
        .map((file) => {
          const name = JSON.stringify(`${shown(file)} can be loaded`);
          return `await import(${JSON.stringify(file)}).catch((error) => it(${name}, () => { throw error; }));`;
        })
        .join('\n'),
      resolveDir: root,
    }));
  },
});

async function bundle(pages: readonly Page[]): Promise<OutputFile[]> {
  const old = pages.filter(({ file }) => for18.test(file));
  const rest = pages.filter(({ file }) => !for18.test(file));
  return (await Promise.all([bundleWith(react18, old), bundleWith({}, rest)])).flat();
}

async function bundleWith(alias: Record<string, string>, pages: readonly Page[]): Promise<OutputFile[]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: pages.map(({ file }) => file),
    alias,
    plugins: [briefProperties, sharedPages(pages)],
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
    logLevel: 'silent',
  });
  return outputFiles;
}

/** Those of the pages that do not bundle, by their files, each with the reason. */
async function broken(pages: readonly Page[]): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  for (const page of pages) {
    await bundle([page]).catch((error: Error) => reasons.set(page.file, error.message));
  }
  return reasons;
}

/**
 * A plugin that serves the tests of each page as modules bundled in memory: a few requests instead of hundreds, with the
 * large dependencies shared between them, and packages resolved to their sources as bundlers of consumers would.
 * A page that does not bundle is served as a module that throws the reason, so that it fails alone.
 */
export async function bundledTests(pages: readonly Page[]): Promise<ServePlugin> {
  const whole = await bundle(pages).catch(() => undefined);
  const reasons = whole ? new Map<string, string>() : await broken(pages);
  const outcome = whole ?? (await bundle(pages.filter(({ file }) => !reasons.has(file))));
  const modules = new Map(outcome.map((file) => [`/${shown(file.path)}`, file.text]));
  for (const [file, reason] of reasons) modules.set(`/${shown(file)}`, `throw new Error(${JSON.stringify(reason)});`);
  return {
    name: 'bundled-tests',
    serve({ path }) {
      const name = posix.normalize(decodeURI(path));
      const body = modules.get(name) ?? modules.get(name.replace(/\.tsx?$/, '.js'));
      return body === undefined ? undefined : script(body);
    },
  };
}

/** A plugin that serves a worker as a host writes it, and a page whose policy lets it and nothing else through. */
export async function servedWorker(): Promise<ServePlugin> {
  const worker = await hostWorker();
  return {
    name: 'host-worker',
    serve(context) {
      if (context.path === '/host-worker.js') return script(worker);
      if (context.path !== '/strict-page.html') return undefined;
      context.set('content-security-policy', strictPolicy);
      return { body: '<!doctype html><title>A strict page</title>', type: 'html' };
    },
  };
}

/** A plugin that serves pages of hosts with scripts of their own, to boxes without an origin as well. */
export const hostPages: ServePlugin = {
  name: 'host-pages',
  serve(context) {
    if (!context.path.startsWith('/hosts/')) return undefined;
    context.set('access-control-allow-origin', '*');
    return hostPage(context.path);
  },
};

/** A plugin that serves msw's worker script where msw looks for it. */
export function mswWorker(): ServePlugin {
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  return {
    name: 'msw-worker',
    serve: ({ path }) => (path === '/mockServiceWorker.js' ? script(readFileSync(worker, 'utf8')) : undefined),
  };
}
