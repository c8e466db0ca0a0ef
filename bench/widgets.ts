/**
 * The widgets beside a floor and beside chart libraries, in the Chromium of this machine: `npm run bench:widgets`.
 *
 *   mounting, updating   300 and 1,000 gauges of 240 px, and as many trend lines of 90 points at 480 px: the time that
 *                        the page's main thread computes, script, styles and layout, until all are drawn
 *   heap                 of scripts, after a collection, for each of 1,000
 *
 * The floor is SVG written by hand as text and set by the parser of a template. Figures are the least of three rounds,
 * in which all take turns; `--count 300 --rounds 1` is sooner done. Nothing moves on its way to another
 * figure. Canvases are painted by other threads, which are not in the figures. Nothing here is a test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { chromiumOptions } from '../scripts/browsers/chromium.ts';
import { requireBrowsers } from '../scripts/browsers/require.ts';
import type { Kind } from './widgets/contender.ts';

const here = import.meta.dirname;
const { values } = parseArgs({
  options: {
    count: { type: 'string', multiple: true, default: ['300', '1000'] },
    rounds: { type: 'string', default: '3' },
  },
});
const counts = values.count.map(Number);
const rounds = Number(values.rounds);

interface Measured {
  /** ms of the main thread for all. */
  mount: number;
  update: number;
  /** Bytes for each one. */
  heap: number;
}

function installLibraries(): void {
  if (existsSync(join(here, 'node_modules', 'uplot'))) return;
  console.error('Installing the libraries to compare with …');
  const { status } = spawnSync('pnpm', ['install', '--ignore-workspace', '--frozen-lockfile'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The libraries to compare with could not be installed.');
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'widgets', 'page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    conditions: ['@hale/source', 'browser', 'module', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

/** ms that the main thread has computed while a step of the page's ran. */
async function cost(session: CDPSession, step: () => Promise<unknown>): Promise<number> {
  const before = await metric(session, 'TaskDuration');
  await step();
  return ((await metric(session, 'TaskDuration')) - before) * 1000;
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return metric(session, 'JSHeapUsedSize');
}

async function open(page: Page, code: string): Promise<void> {
  await page.goto('about:blank');
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.setContent('<!doctype html><html lang="en"><body></body></html>');
  await page.addScriptTag({ content: code });
}

/** One contender on a page of its own: nobody pays for what another has left behind. */
async function measure(page: Page, code: string, kind: Kind, name: string, count: number): Promise<Measured> {
  await open(page, code);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // What runs for the first time is compiled, which is no matter of how many there are.
  await page.evaluate((...args) => window.bench.prepare(...args), kind, name, 10);
  await page.evaluate(() => window.bench.mount().then(() => window.bench.update(1)));
  await page.evaluate(() => window.bench.clear());
  await page.evaluate((...args) => window.bench.prepare(...args), kind, name, count);
  const before = await heap(session);
  const mount = await cost(session, () => page.evaluate(() => window.bench.mount()));
  const each = ((await heap(session)) - before) / count;
  const update = await cost(session, () => page.evaluate(() => window.bench.update(2)));
  await session.detach();
  return { mount, update, heap: each };
}

const least = (a: Measured | undefined, b: Measured): Measured =>
  a ? { mount: Math.min(a.mount, b.mount), update: Math.min(a.update, b.update), heap: Math.min(a.heap, b.heap) } : b;

function print(kind: Kind, count: number, all: ReadonlyMap<string, Measured>): void {
  const floor = all.get('SVG as text');
  console.log(`\n${count} ${kind === 'gauge' ? 'gauges' : 'trend lines of 90 points'}\n`);
  console.log('| | mounting, ms | to the floor | updating, ms | to the floor | heap of each, kB |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, { mount, update, heap }] of all) {
    const ratio = (of: number, to: number | undefined) => (of / (to ?? Number.NaN)).toFixed(1);
    const cells = [mount.toFixed(0), ratio(mount, floor?.mount), update.toFixed(0), ratio(update, floor?.update)];
    console.log(`| ${name} | ${cells.join(' | ')} | ${(heap / 1000).toFixed(1)} |`);
  }
}

installLibraries();
const code = await script();
const { chromium = '' } = requireBrowsers(['chromium']);
const browser = await puppeteer.launch({ ...chromiumOptions(chromium), protocolTimeout: 600_000 });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  for (const kind of ['gauge', 'trend'] as const) {
    await open(page, code);
    const names = await page.evaluate((kind) => window.bench.names(kind), kind);
    for (const count of counts) {
      const all = new Map<string, Measured>();
      for (let round = 0; round < rounds; round++) {
        for (const name of names) all.set(name, least(all.get(name), await measure(page, code, kind, name, count)));
      }
      print(kind, count, all);
    }
  }
} finally {
  await browser.close();
}
