import type { CDPSession, Page } from 'puppeteer-core';
import type { Kind } from './contender.ts';

/** What a contender takes. */
export interface Measured {
  /** ms of the main thread for all. */
  readonly mount: number;
  readonly update: number;
  /** Bytes for each one. */
  readonly heap: number;
}

/** The smaller of each of two figures. */
export const least = (a: Measured | null | undefined, b: Measured): Measured =>
  a ? { mount: Math.min(a.mount, b.mount), update: Math.min(a.update, b.update), heap: Math.min(a.heap, b.heap) } : b;

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

/** ms that the main thread has computed while a step of the page's ran. */
export async function cost(session: CDPSession, step: () => Promise<unknown>): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metric(session, 'TaskDuration');
  await step();
  return ((await metric(session, 'TaskDuration')) - before) * 1000;
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return metric(session, 'JSHeapUsedSize');
}

/** Mounts so many of a contender's in a page of the benchmark, and updates them. */
export async function measure(page: Page, kind: Kind, name: string, count: number): Promise<Measured> {
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
