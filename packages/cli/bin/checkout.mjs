#!/usr/bin/env -S node --conditions=@hale/source --disable-warning=ExperimentalWarning
// `hale` in a checkout, where nothing need be built: it runs the sources. What is published runs dist/hale.js.
import { fileURLToPath } from 'node:url';

if (process.features.typescript) await import('../src/hale.ts');
else {
  // A Node that does not read TypeScript: what is behind `npm run hale` finds another, or brings it.
  // It runs in the folder where npm was run, which need not be this one.
  delete process.env.INIT_CWD;
  process.argv.splice(1, 1, fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url)), 'hale');
  await import(process.argv[1]);
}
