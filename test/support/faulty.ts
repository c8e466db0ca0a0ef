import type { Browser, Page } from 'puppeteer-core';
import type { FaultyPage, Opening, Shown } from './faulty-page.ts';
import { until } from './until.ts';

/** A page with widgets behind a client, as the test has hold of it. */
export interface Opened {
  readonly page: Page;
  open(account: string, how?: Opening): Promise<void>;
  wind(ms: number): Promise<void>;
  /** Waits until all widgets are in one of these states. */
  are(...states: readonly string[]): Promise<void>;
  /** What the first widget says in a state, and that the others are in it too. */
  told(state: 'error' | 'stale'): Promise<string>;
  /** Takes the network away, or gives it back. */
  net(isOnline: boolean): Promise<void>;
  shown(): Promise<readonly Shown[]>;
  /** Waits until the proxy has seen what it is to see, and the page has drawn what came of it. */
  asked(holds: () => boolean): Promise<void>;
  /** In how many ms it asks again, once it has said so. */
  due(): Promise<number>;
  /** Waits until something is due in so many ms. */
  waitsFor(ms: number): Promise<void>;
  close(): Promise<void>;
}

declare const faulty: FaultyPage;

/** Opens the page at an address in a context of its own. */
export async function openFaulty(browser: Browser, address: string): Promise<Opened> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await page.waitForFunction(() => 'faulty' in globalThis);
  const are = async (...states: readonly string[]) => {
    await page.waitForFunction(
      (names) => faulty.shown().length > 0 && faulty.shown().every(({ state }) => names.includes(state)),
      {},
      states,
    );
  };
  return {
    page,
    are,
    open: (account, how) => page.evaluate((id, opening) => faulty.open(id, opening), account, how),
    wind: (ms) => page.evaluate((by) => faulty.wind(by), ms),
    async told(state) {
      await are(state);
      return page.evaluate(() => faulty.shown()[0]?.says ?? '');
    },
    async net(isOnline) {
      await page.setOfflineMode(!isOnline);
      await page.evaluate((is) => faulty.net(is), isOnline);
    },
    shown: () => page.evaluate(() => faulty.shown()),
    async asked(holds) {
      await until(holds);
      await page.evaluate(() => faulty.wind(0));
    },
    async due() {
      await page.waitForFunction(() => (faulty.due() ?? 0) > 0);
      return page.evaluate(() => faulty.due() ?? 0);
    },
    async waitsFor(ms) {
      await page.waitForFunction((wait) => faulty.waits().includes(wait), {}, ms);
    },
    close: () => context.close(),
  };
}
