import { expect } from 'chai';
import type { CDPSession } from 'puppeteer-core';
import { openChromium } from '../support/chromium.ts';
import { type Kept, kept } from '../support/left-behind.ts';
import { scriptOf } from '../support/script-of.ts';

/** Bytes of scripts that each widget may leave: what engines note of code that runs often. A report that stays has twenty times as much. */
const most = 750;

/** What is kept once there are as many nodes and listeners as `before`; what there is at last where that never comes. */
async function keptAgain(session: CDPSession, before: Kept): Promise<Kept> {
  let now = await kept(session);
  // The batch that left last may still be held by the frame it left in.
  for (let round = 0; round < 20 && (now.nodes !== before.nodes || now.listeners !== before.listeners); round++) {
    await session.send('Runtime.evaluate', {
      expression: 'new Promise((resolve) => requestAnimationFrame(resolve))',
      awaitPromise: true,
    });
    now = await kept(session);
  }
  return now;
}

describe('a thousand widgets that come and go', () => {
  for (const tag of ['hale-gauge', 'hale-trend-line'] as const) {
    it(`leave no nodes, no listeners and no memory behind: <${tag}>`, async function () {
      this.timeout(240_000);
      const browser = await openChromium();
      try {
        const page = await browser.newPage();
        await page.setContent('<!doctype html><html lang="en"><body></body></html>');
        await page.addScriptTag({ content: await scriptOf('test/support/cycles.ts'), type: 'module' });
        const session = await page.createCDPSession();
        // What there is one of for all widgets comes with the first.
        await page.evaluate((tag) => window.cycle(tag, 2), tag);
        const first = await kept(session);
        await page.evaluate((tag) => window.cycle(tag, 13), tag);
        const early = await keptAgain(session, first);
        await page.evaluate((tag) => window.cycle(tag, 35), tag);
        const late = await keptAgain(session, first);
        for (const [after, now] of [[300, early] as const, [1000, late] as const]) {
          expect(now.nodes, `nodes after ${after}`).to.equal(first.nodes);
          expect(now.listeners, `listeners after ${after}`).to.equal(first.listeners);
        }
        expect((late.heap - early.heap) / 700, 'bytes of scripts for each').to.be.below(most);
      } finally {
        await browser.close();
      }
    });
  }
});
