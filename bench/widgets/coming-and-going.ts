import type {} from '../../test/support/cycles.ts';
import { kept } from '../../test/support/left-behind.ts';
import { scriptOf } from '../../test/support/script-of.ts';
import { inBrowser } from './in-browser.ts';

/** How often twenty come and go before anything is counted, and after. */
const batches = { before: 15, after: 35 };

/** Prints what widgets leave behind that came and went a thousand times, over what the first 300 did. */
export async function comingAndGoing(): Promise<void> {
  console.log('\nTwenty at a time, put into a page and taken out again: what 1,000 leave that 300 had not\n');
  console.log('| | nodes | listeners | heap, bytes for each |');
  console.log('|---|---|---|---|');
  const script = await scriptOf('test/support/cycles.ts');
  for (const tag of ['hale-gauge', 'hale-trend-line'] as const) {
    await inBrowser(script, 600, async (page) => {
      const session = await page.createCDPSession();
      const after = async (times: number) => {
        await page.evaluate((...args) => window.cycle(...args), tag, times);
        return kept(session);
      };
      const first = await after(batches.before);
      const last = await after(batches.after);
      const each = (last.heap - first.heap) / (batches.after * 20);
      const cells = [last.nodes - first.nodes, last.listeners - first.listeners, each.toFixed(0)];
      console.log(`| <${tag}> | ${cells.join(' | ')} |`);
    });
  }
}
