import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumOptions } from '../browsers/chromium.ts';
import { requireBrowsers } from '../browsers/require.ts';
import { root } from '../workspace.ts';

/** Where the built pages are, as the browser sees it; there is no such host, see `openPage`. */
const origin = 'http://pictures.test';

const built = join(root, 'demo', 'dist');

/** How letters are drawn is else a matter of the machine. */
const fonts = join(root, 'scripts', 'pictures', 'fonts.conf');

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The hour at which all pictures are taken: the one the example reports are of. */
const hour = Date.parse('2026-11-14T09:00:00Z');

/**
 * Chromium that draws the same pixels on every machine: no hinting, no colours at the edges of letters, sRGB. Whoever
 * opens it closes it.
 */
export function openBrowser(): Promise<Browser> {
  const { chromium = '' } = requireBrowsers(['chromium']);
  const options = chromiumOptions(chromium);
  const same = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--lang=en'];
  const env = { ...process.env, FONTCONFIG_FILE: fonts };
  return puppeteer.launch({ ...options, args: [...options.args, ...same], env });
}

/** Answers from the built pages, by hand: no server, no port. */
async function serveBuilt(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    try {
      const body = readFileSync(join(built, pathname));
      void request.respond({ body, contentType: kinds[extname(pathname)] ?? 'application/octet-stream' });
    } catch {
      void request.respond({ status: 404 });
    }
  });
}

/** A page of the demo at an hour that does not pass; `failures` tells what a person would not see go wrong. */
export async function openPage(browser: Browser): Promise<{ page: Page; failures: readonly string[] }> {
  const page = await browser.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  await serveBuilt(page);
  await page.emulateTimezone('UTC');
  await page.evaluateOnNewDocument((hour) => {
    const Passing = Date;
    globalThis.Date = class extends Passing {
      constructor(...given: unknown[]) {
        // Whatever it is given, as the one it stands for.
        super(...((given.length > 0 ? given : [hour]) as [number]));
      }
      static override now = () => hour;
    } as DateConstructor;
  }, hour);
  return { page, failures };
}

/** Opens the gallery; its address is as in the demo. */
export async function openGallery(page: Page, address: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${origin}/gallery.html?${new URLSearchParams(address)}`, { waitUntil: 'load' });
}
