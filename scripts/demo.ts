/**
 * `npm run demo`: builds the demo's pages when they are older than their sources, then starts the server, which prints
 * its address. Arguments go to the server: `npm run demo -- --data FOLDER`. Runs until Ctrl-C.
 */
import { buildPages, pagesAreFresh } from './builds/pages.ts';

if (!pagesAreFresh()) {
  console.log('Building the pages …');
  await buildPages();
}
await import(new URL('../demo/server/main.ts', import.meta.url).href);
