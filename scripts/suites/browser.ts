/**
 * Child process of `npm test`: runs the given files in the given browsers with @web/test-runner and sends the counts,
 * one tally a browser, to its parent. Usage: fork('browser.ts', ['chromium,firefox,webkit', ...files]).
 */
import { createRequire } from 'node:module';
import { TestRunner, type TestRunnerCoreConfig, type TestSession } from '@web/test-runner';
import * as commands from '@web/test-runner-commands/plugins';
import { engines } from '../browsers/find.ts';
import { launchersFor } from '../browsers/launchers.ts';
import { requireBrowsers } from '../browsers/require.ts';
import { freePort } from '../free-port.ts';
import { root } from '../workspace.ts';
import { tallyOf } from './browser-report.ts';
import { bundledTests, hostPages, mswWorker, servedWorker } from './bundle.ts';
import { type Page, type Pages, pagesOf } from './pages.ts';
import { times } from './properties.ts';
import type { Tally } from './tally.ts';

const [names = engines.join(','), ...files] = process.argv.slice(2);
const wanted = engines.filter((engine) => names.split(',').includes(engine));
// Exiting runs the exit listeners that end every browser: puppeteer's own, and the one of the WebKit driver.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
  process.on(signal, () => process.exit(130));
process.once('exit', (code) => {
  // While puppeteer walks its list of browsers to end, each leaves the list and the next one is passed over.
  const ends = process.listeners('exit');
  for (const end of ends) end.call(process, code);
});

// The test runner does not wait for a WebDriver command that opens a page. One that fails must not end the whole run:
// its page then gives no results, which is counted.
process.on('unhandledRejection', (error) => console.error(error instanceof Error ? error.message : error));

const silent = () => undefined;
const logger = {
  log: silent,
  debug: silent,
  warn: silent,
  group: silent,
  groupEnd: silent,
  logSyntaxError: console.error,
};

async function configuration(pages: readonly Page[]): Promise<Omit<TestRunnerCoreConfig, 'browsers'>> {
  return {
    rootDir: root,
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: await freePort(),
    concurrentBrowsers: wanted.length,
    concurrency: 1,
    watch: false,
    browserLogs: true,
    logger: { ...logger, error: (error: unknown) => console.error(error instanceof Error ? error.message : error) },
    reporters: [],
    coverageConfig: {},
    plugins: [
      await bundledTests(pages),
      mswWorker(),
      await servedWorker(),
      hostPages,
      commands.setViewportPlugin(),
      commands.emulateMediaPlugin(),
      commands.sendKeysPlugin(),
      commands.sendMousePlugin(),
    ],
    testFramework: {
      path: createRequire(import.meta.url).resolve('@web/test-runner-mocha/dist/autorun.js'),
      config: { timeout: 20_000 * times },
    },
    browserStartTimeout: 120_000,
    testsStartTimeout: 120_000,
    testsFinishTimeout: 300_000 * times,
  };
}

/** The time at which each browser was last heard of, in seconds since the run began. */
const seconds = new Map<string, number>();
const started = performance.now();

async function runPages(all: readonly Pages[]): Promise<TestSession[]> {
  const browsers = engines.filter((engine) => all.some((one) => one.engines.includes(engine)));
  const found = requireBrowsers(browsers);
  const pages = all.flatMap((one) => one.pages);
  const [config, launchers] = await Promise.all([configuration(pages), launchersFor(browsers, found)]);
  const groups = all.map((one, place) => ({
    name: String(place),
    files: one.pages.map(({ file }) => file),
    browsers: one.engines.flatMap((engine) => launchers.browsers.get(engine) ?? []),
  }));
  const runner = new TestRunner({ ...config, browsers: [...launchers.browsers.values()] }, groups);
  runner.sessions.on('session-status-updated', ({ browser }) => {
    seconds.set(browser.name, (performance.now() - started) / 1000);
  });
  const stopped = new Promise((resolve) => runner.on('stopped', resolve));
  runner.on('finished', () => runner.stop());
  await runner.start();
  await stopped;
  await launchers.stop();
  return [...runner.sessions.all()];
}

const isLost = (session: TestSession) => session.testResults === undefined;

/** A page that gave no results, say because its browser died, gets one more try in a new browser, and that is told. */
async function runLostAgain(sessions: readonly TestSession[], all: readonly Page[]): Promise<TestSession[]> {
  const kept = sessions.filter((session) => !isLost(session));
  for (const engine of wanted) {
    const lost = sessions.filter((session) => isLost(session) && session.browser.name === engine);
    if (lost.length === 0) continue;
    const pages = all.filter(({ file }) => lost.some(({ testFile }) => testFile === file));
    const names = pages.map(({ name }) => name).join(', ');
    console.error(`${engine}: no results from ${names}; trying once more in a new browser.`);
    for (const { errors } of lost) for (const { message } of errors) console.error(`      ${message}`);
    kept.push(...(await runPages([{ engines: [engine], pages }])));
  }
  return kept;
}

async function run(): Promise<Tally[]> {
  const all = pagesOf(files, wanted);
  const pages = all.flatMap((one) => one.pages);
  const names = new Map(pages.map(({ file, name }) => [file, name]));
  const sessions = await runLostAgain(await runPages(all), pages);
  return wanted.map((engine) => tallyOf(engine, sessions, names, seconds.get(engine) ?? 0));
}

const tallies = await run().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const code = tallies.some((tally) => tally.failed > 0) ? 1 : 0;
if (process.send) process.send(tallies, () => process.exit(code));
else process.exit(code);
