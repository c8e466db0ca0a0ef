import { build } from 'esbuild';
import { root, sourceCondition } from '../workspace.ts';

/** A version of the widgets that there is not. */
const otherVersion = '9.9.9';

/** The scripts of hosts' own pages, by their names: what each holds, and in which version of the widgets. */
const scripts: Readonly<Record<string, { readonly source: string; readonly version?: string }>> = {
  'hale.js': { source: `import '@hale/widgets/define';` },
  // Two widgets alone, as a page has that took them from the package long ago.
  'older.js': {
    source: `import '@hale/widgets/define/gauge.js'; import '@hale/widgets/define/provider.js';`,
    version: otherVersion,
  },
  'sandboxed.js': { source: `import './test/support/sandboxed-page.ts';` },
};

const sandboxed =
  '<!doctype html><html lang="en"><title>A box</title><script type="module" src="sandboxed.js"></script>';

/** What lies below `/hosts/`; undefined for what does not. */
export async function hostPage(path: string): Promise<{ body: string; type: string } | undefined> {
  const name = /^\/hosts\/([\w.-]+)$/.exec(path)?.[1] ?? '';
  if (name === 'sandboxed.html') return { body: sandboxed, type: 'html' };
  const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  return script && { body: await bundled(script.source, script.version), type: 'js' };
}

async function bundled(source: string, version?: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: [sourceCondition],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'another version',
        setup({ onLoad }) {
          if (version === undefined) return;
          onLoad({ filter: /[\\/]ui[\\/]version\.ts$/ }, () => ({ contents: `export const version = '${version}';` }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
