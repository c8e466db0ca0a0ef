import { expect } from 'chai';
import type { CDPSession } from 'puppeteer-core';
import { openChromium } from '../support/chromium.ts';
import { scriptOf } from '../support/script-of.ts';

/** How many nodes and listeners there are in a page, after all that can be forgotten is. */
async function counts(session: CDPSession): Promise<{ nodes: number; listeners: number }> {
  // What a first collection lets go of may have held what a second one finds.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners };
}

describe('three hundred widgets that come and go', () => {
  for (const tag of ['hale-gauge', 'hale-trend-line'] as const) {
    it(`leave no nodes and no listeners behind: <${tag}>`, async function () {
      this.timeout(120_000);
      const browser = await openChromium();
      try {
        const page = await browser.newPage();
        await page.setContent('<!doctype html><html lang="en"><body></body></html>');
        await page.addScriptTag({ content: await scriptOf('test/support/cycles.ts'), type: 'module' });
        const session = await page.createCDPSession();
        // What there is one of for all widgets comes with the first.
        await page.evaluate((tag) => window.cycle(tag, 2), tag);
        const before = await counts(session);
        await page.evaluate((tag) => window.cycle(tag, 15), tag);
        const after = await counts(session);
        // A batch that is on its way out may still be held; fifteen of them, some 13,000 nodes, may not.
        expect(after.nodes - before.nodes, 'nodes').to.be.below(5000);
        expect(after.listeners - before.listeners, 'listeners').to.be.below(50);
      } finally {
        await browser.close();
      }
    });
  }
});
