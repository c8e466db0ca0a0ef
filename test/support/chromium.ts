import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumOptions } from '../../scripts/browsers/chromium.ts';
import { requireBrowsers } from '../../scripts/browsers/require.ts';

/** The machine's own Chromium, headless. Whoever opens it closes it; it also ends with the test run. */
export function openChromium(): Promise<Browser> {
  const { chromium = '' } = requireBrowsers(['chromium']);
  return puppeteer.launch(chromiumOptions(chromium));
}
