/**
 * `npm run build`: builds the published packages in the order of their dependencies — ES modules with source maps by
 * Vite, declarations with maps by tsc — then the standalone modules of the widgets and the pages of the demo. Before
 * that it writes what is generated and committed: the JSON Schemas of the core, the components of React and what
 * editors read of the widgets;
 * `--keep-committed` leaves these as they are.
 */
import { build } from 'vite';
import { declarations } from './builds/declarations.ts';
import { writeEditorData } from './builds/editor-data.ts';
import { writeSchemas } from './builds/json-schema.ts';
import { library } from './builds/library.ts';
import { buildPages } from './builds/pages.ts';
import { writeComponents } from './builds/react.ts';
import { standalone } from './builds/standalone.ts';
import { packages } from './packages.ts';

async function timed(what: string, work: () => unknown): Promise<void> {
  const started = performance.now();
  await work();
  console.log(`✓ ${what.padEnd(28)} ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`);
}

try {
  if (!process.argv.includes('--keep-committed')) {
    await timed('@hale/core JSON Schemas', writeSchemas);
    await timed('@hale/react components', writeComponents);
    await timed('@hale/widgets for editors', writeEditorData);
  }
  for (const one of packages()) {
    const { name } = one.manifest;
    await timed(name, async () => {
      await build(library(one));
      declarations(one);
    });
    if (name !== '@hale/widgets') continue;
    await timed(`${name} standalone`, async () => {
      for (const module of standalone(one)) await build(module);
    });
  }
  await timed('demo pages', buildPages);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
