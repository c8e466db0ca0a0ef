import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumOptions } from '../../scripts/browsers/chromium.ts';
import { requireBrowsers } from '../../scripts/browsers/require.ts';

/**
 * Does something with a page of a browser of its own, in which nobody pays for what another has left behind; null where
 * that is not done after `patience` s, and then the browser is ended, whatever its page is at.
 */
export async function inBrowser<Done>(
  script: string,
  patience: number,
  use: (page: Page) => Promise<Done>,
): Promise<Done | null> {
  const { chromium = '' } = requireBrowsers(['chromium']);
  const browser = await puppeteer.launch({ ...chromiumOptions(chromium), protocolTimeout: (patience + 60) * 1000 });
  let isGivenUp = false;
  const timer = setTimeout(() => {
    isGivenUp = true;
    browser.process()?.kill('SIGKILL');
  }, patience * 1000);
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.setViewport({ width: 1280, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setContent('<!doctype html><html lang="en"><body></body></html>');
    await page.addScriptTag({ content: script });
    return await use(page);
  } catch (thrown) {
    if (isGivenUp) return null;
    throw thrown;
  } finally {
    clearTimeout(timer);
    if (!isGivenUp) await browser.close();
  }
}
