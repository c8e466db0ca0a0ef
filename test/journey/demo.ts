import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { asStaff } from '../../demo/server/fixtures/as-staff.ts';
import { sendIn } from '../../demo/server/fixtures/send-in.ts';
import { startServer } from '../../demo/server/start-server.ts';
import { chromiumOptions } from '../../scripts/browsers/chromium.ts';
import { requireBrowsers } from '../../scripts/browsers/require.ts';

/** A page of the demo, with all that a person would not see go wrong. */
export interface Visit {
  readonly page: Page;
  /** Violations of the policy, console errors, uncaught errors and failed requests, in words. */
  readonly problems: readonly string[];
  /** The paths asked for, with their queries, in order. */
  readonly requests: readonly string[];
  /** All that was said on the console. */
  readonly said: readonly string[];
}

/** How a page is visited. */
export interface Reader {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

interface Running {
  readonly url: string;
  readonly browser: Browser;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

let running: Promise<Running> | null = null;

/** The demo over a small company of its own, and a browser; started by the first journey, ended after the last. */
async function start(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'hale-journey-'));
  const end = new Date('2026-03-02T09:00:00Z');
  const server = await startServer({ file: join(folder, 'company.duckdb'), port: 0, accounts: 48, seed: 5, end });
  const { chromium } = requireBrowsers(['chromium']);
  const browser = await puppeteer.launch({ ...chromiumOptions(chromium ?? ''), headless: true });
  return {
    url: server.url,
    browser,
    ask: asStaff((path, init) => fetch(`${server.url}${path}`, init)),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

before(async function () {
  this.timeout(120_000);
  running = start();
  await running;
});

after(async () => {
  await (await running)?.close();
});

async function theRunning(): Promise<Running> {
  if (!running) throw new Error('The demo is started by a hook of this module: import it from a test file.');
  return running;
}

/** Where the demo's server is. */
export const address = async (): Promise<string> => (await theRunning()).url;

/** The answer of the demo's API, as JSON. */
export async function ask<T>(path: string): Promise<T> {
  const response = await (await theRunning()).ask(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json() as Promise<T>;
}

/** Sends events in, as the vendor's own product does. */
export const happens = async (events: readonly object[]): Promise<void> => sendIn((await theRunning()).ask, events);

/** Opens a page of the demo, or one of another address, and waits until it asks for nothing any more; close it with `leave`. */
export async function visit(path: string, { width = 1280, scheme = 'light' }: Reader = {}): Promise<Visit> {
  const { browser, url } = await theRunning();
  // A context of its own, so that one journey's choices are not another's.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  const said: string[] = [];
  page.on('console', (message) => {
    said.push(message.text());
    if (message.type() === 'error' || message.type() === 'warn') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => requests.push(request.url().replace(url, '')));
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await settled(page, () => page.goto(new URL(path, url).href));
  return { page, problems, requests, said };
}

/** Does something, and waits until the page it leads to asks for nothing any more; a stream, which has no end, is no question. */
export async function settled(page: Page, work: () => Promise<unknown>): Promise<void> {
  const underWay = new Set<HTTPRequest>();
  let last = Date.now();
  const begun = (request: HTTPRequest) => {
    last = Date.now();
    if (!request.url().endsWith('/v1/stream')) underWay.add(request);
  };
  const over = (request: HTTPRequest) => {
    last = Date.now();
    underWay.delete(request);
  };
  page.on('request', begun).on('requestfinished', over).on('requestfailed', over);
  await work();
  // As long as the browser's driver waits for it.
  while (underWay.size > 0 || Date.now() - last < 500) await setTimeout(50);
  page.off('request', begun).off('requestfinished', over).off('requestfailed', over);
}

/** Ends a visit. */
export const leave = ({ page }: Visit): Promise<void> => page.browserContext().close();

/** All that a reader can see or hear in a page, shadow roots included, with spaces folded. */
export function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: string[] = [];
    const walk = (node: Node) => {
      if (node instanceof Text) said.push(node.data);
      if (node instanceof Element) {
        if (['STYLE', 'SCRIPT'].includes(node.tagName)) return;
        for (const name of ['aria-label', 'title', 'alt', 'placeholder']) said.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child);
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(document.documentElement);
    return said.join(' ').replace(/\s+/g, ' ').trim();
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page as it is now, `rule: element`, one a line; or with a part of it, by one rule. */
export async function axeFindings(page: Page, part?: string, rule?: string): Promise<string[]> {
  // Evaluated by the debugger, which no policy stops.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (part, rule) => {
      const { axe } = globalThis as unknown as { axe: { run(within: unknown, options: unknown): Promise<AxeResults> } };
      return axe.run(part ?? document, rule === undefined ? {} : { runOnly: [rule] });
    },
    part,
    rule,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** How far a page reaches beyond the width of its window, in px. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
