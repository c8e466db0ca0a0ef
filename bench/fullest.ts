/**
 * The longest task of a page while a widget is drawn from the fullest document there may be, in the Chromium of this
 * machine: `npm run bench:fullest`, with `HALE_WRITE=1` written into the docs. Of a task, what the main thread computed in it: script, styles and layout. The
 * least of five times, at 320 and 1,200 px, and with texts as long as they are shown; over 50 ms a page feels it. Nothing here is a test.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

const cases = [
  ['at 320 px', 320, false],
  ['at 1,200 px', 1200, false],
  ['with long texts', 1200, true],
] as const;

await inBrowser(await script('fullest-page.ts'), 900, async (page) => {
  const session = await page.createCDPSession();
  const all = await page.evaluate(() => window.fullest.all());
  const lines = [
    `| | from | ${cases.map(([name]) => `${name}, ms`).join(' | ')} | |`,
    `|---|---|${'---|'.repeat(cases.length + 1)}`,
  ];
  for (const { tag, of } of all) {
    const found: number[] = [];
    for (const [, width, isHeaped] of cases) {
      await page.setViewport({ width, height: 800 });
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < rounds; round++) {
        const show = () => page.evaluate((...given) => window.fullest.show(...given), tag, of, isHeaped);
        least = Math.min(least, await longestTask(session, show));
      }
      found.push(least);
    }
    const cells = found.map((ms) => ms.toFixed(0));
    lines.push(`| \`<${tag}>\` | ${of} | ${cells.join(' | ')} | ${Math.max(...found) > felt ? 'felt' : ''} |`);
  }
  const table = lines.join('\n');
  console.log(table);
  if (process.env.HALE_WRITE !== '1') return;
  const docs = fileURLToPath(new URL('../packages/widgets/docs/size-and-speed.md', import.meta.url));
  const text = readFileSync(docs, 'utf8');
  const marked = /(<!-- fullest -->)[\s\S]*(<!-- \/fullest -->)/;
  if (!marked.test(text)) throw new Error(`${docs} has no place marked for the table.`);
  writeFileSync(
    docs,
    text.replace(marked, (_, from: string, to: string) => `${from}\n\n${table}\n\n${to}`),
  );
});
