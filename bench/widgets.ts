/**
 * The widgets beside a floor and beside chart libraries, in the Chromium of this machine: `npm run bench:widgets`.
 *
 *   mounting, updating   300 and 1,000 gauges of 240 px, and as many trend lines of 90 points at 480 px: the time that
 *                        the page's main thread computes, script, styles and layout, until all are drawn
 *   heap                 of scripts, after a collection, for each, without the numbers that it is given
 *   coming and going     what 1,000 of each leave behind that were put into a page and taken out again
 *   scrolling            of 10,000 rows, beside as many lines of text: how many frames took longer than 32 ms
 *
 * The floor is SVG written by hand as text and set by the parser of a template. Figures are the least of three rounds,
 * in which all take turns, each in a browser of its own; one that has not come to its end after two minutes is given
 * up. `--count 300 --rounds 1` is sooner done, `--only hale` takes the floor and ourselves. Nothing moves on its way to
 * another figure. Canvases are painted by other threads, which are not in the figures. Nothing here is a test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { comingAndGoing } from './widgets/coming-and-going.ts';
import type { Kind } from './widgets/contender.ts';
import { inBrowser } from './widgets/in-browser.ts';
import { least, type Measured, measure } from './widgets/measure.ts';
import { script } from './widgets/script.ts';
import { scrolling } from './widgets/scrolling.ts';

const here = import.meta.dirname;
const { values } = parseArgs({
  options: {
    count: { type: 'string', multiple: true, default: ['300', '1000'] },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const counts = values.count.map(Number);
const rounds = Number(values.rounds);
/** s after which a contender is given up. */
const patience = 120;

function installLibraries(): void {
  if (existsSync(join(here, 'node_modules', 'uplot'))) return;
  console.error('Installing the libraries to compare with …');
  const { status } = spawnSync('pnpm', ['install', '--ignore-workspace', '--frozen-lockfile'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The libraries to compare with could not be installed.');
}

function print(kind: Kind, count: number, all: ReadonlyMap<string, Measured | null>): void {
  const floor = all.get('SVG as text');
  console.log(`\n${count} ${kind === 'gauge' ? 'gauges' : 'trend lines of 90 points'}\n`);
  console.log('| | mounting, ms | to the floor | updating, ms | to the floor | heap of each, kB |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, measured] of all) {
    if (!measured) {
      console.log(`| ${name} | given up after ${patience} s | | | | |`);
      continue;
    }
    const { mount, update, heap } = measured;
    const ratio = (of: number, to: number | undefined) => (of / (to ?? Number.NaN)).toFixed(1);
    const cells = [mount.toFixed(0), ratio(mount, floor?.mount), update.toFixed(0), ratio(update, floor?.update)];
    console.log(`| ${name} | ${cells.join(' | ')} | ${(heap / 1000).toFixed(1)} |`);
  }
}

installLibraries();
const page = await script('page.ts');
const names = await inBrowser(page, patience, (page) => page.evaluate(() => window.bench.names()));
if (!names) throw new Error('The page of the benchmark could not be opened.');
for (const kind of ['gauge', 'trend'] as const) {
  const chosen = names[kind].filter((name, index) => index === 0 || name.includes(values.only ?? ''));
  for (const count of counts) {
    const all = new Map<string, Measured | null>();
    for (let round = 0; round < rounds; round++) {
      for (const name of chosen) {
        const before = all.get(name);
        // One that was given up once is not waited for again.
        if (before === null) continue;
        const now = await inBrowser(page, patience, (page) => measure(page, kind, name, count));
        all.set(name, now && least(before, now));
      }
    }
    print(kind, count, all);
  }
}
await comingAndGoing();
await scrolling(await script('portfolio.ts'), await script('lines.ts'));
