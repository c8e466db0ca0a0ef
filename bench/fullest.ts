/**
 * The longest task of a page while a widget is drawn from the fullest document there may be, in the Chromium of this
 * machine: `npm run bench:fullest`. Of a task, what the main thread computed in it: script, styles and layout. The
 * least of five times, at 320 and 1,200 px; over 50 ms a page feels it. Nothing here is a test.
 */
import type { CDPSession } from 'puppeteer-core';
import { inBrowser } from './widgets/in-browser.ts';
import { script } from './widgets/script.ts';

const rounds = 5;
/** ms */
const felt = 50;

interface TraceEvent {
  readonly name: string;
  /** µs that the thread computed. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
  readonly pid: number;
  readonly tid: number;
}

/** The longest task of the page's main thread while something happens, in ms that it computed. */
async function longestTask(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  const hear = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', hear);
  const over = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'] },
  });
  await work();
  await session.send('Tracing.end');
  await over;
  session.off('Tracing.dataCollected', hear);
  const main = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('The browser told of no task.');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

await inBrowser(await script('fullest-page.ts'), 600, async (page) => {
  const session = await page.createCDPSession();
  const all = await page.evaluate(() => window.fullest.all());
  console.log('| | from | at 320 px, ms | at 1,200 px, ms | |');
  console.log('|---|---|---|---|---|');
  for (const { tag, of } of all) {
    const found: number[] = [];
    for (const width of [320, 1200]) {
      await page.setViewport({ width, height: 800 });
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < rounds; round++) {
        const show = () => page.evaluate((tag, of) => window.fullest.show(tag, of), tag, of);
        least = Math.min(least, await longestTask(session, show));
      }
      found.push(least);
    }
    const cells = found.map((ms) => ms.toFixed(0));
    console.log(`| ${tag} | ${of} | ${cells.join(' | ')} | ${Math.max(...found) > felt ? 'felt' : ''} |`);
  }
});
