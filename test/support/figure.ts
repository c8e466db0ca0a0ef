import type { Page } from 'puppeteer-core';

/** The figure that a page's first gauge shows; empty while it shows none. */
export const figure = (page: Page): Promise<string> =>
  page.$eval('hale-gauge', (gauge) => gauge.shadowRoot?.querySelector('[part="figure"]')?.textContent?.trim() ?? '');
