/**
 * How long it takes to check scores against what came after: `npm run bench:truth`. Times are of the processor unless
 * they say otherwise, and nothing here is a test.
 *
 *   training       10,000 rows × 20 columns, L2 logistic regression, against writing the rows as JSON: here, and in a
 *                  module worker of Chromium under a strict policy, by the clock
 *   looking back   `hale backtest` of 1,000 accounts × 12 cut-offs from a million events in Parquet, score and features,
 *                  at 30, 60 and 90 days, with its progress; the most memory it took, and as much with a tenth of the events
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { logisticRegression, seeded } from '@hale/core/validation';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from './browsers/chromium.ts';
import { findBrowsers } from './browsers/find.ts';
import { hostWorker, strictPolicy } from './suites/host-worker.ts';

/** Processor time in milliseconds, and what came of the work. */
function timed<T>(work: () => T): { ms: number; result: T } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, result };
}

const say = (what: string, figure: string): void => console.log(`${what.padEnd(56)} ${figure}`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function rowsToFit(): { rows: number[][]; happened: boolean[] } {
  const random = seeded(3);
  const weights = Array.from({ length: 20 }, () => random() - 0.5);
  const rows = Array.from({ length: 10_000 }, () => weights.map(() => random() * 4 - 2));
  const happened = rows.map((row) => {
    const logOdds = row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), -1);
    return random() < 1 / (1 + Math.exp(-logOdds));
  });
  return { rows, happened };
}

function training(): void {
  const { rows, happened } = rowsToFit();
  const fits = Array.from({ length: 5 }, () => timed(() => logisticRegression(rows, happened, { lambda: 10 })).ms);
  const written = middleOf(Array.from({ length: 5 }, () => timed(() => JSON.stringify(rows)).ms));
  say('training, 10,000 rows × 20 columns, in Node', seconds(middleOf(fits)));
  say('  against writing those rows as JSON', `${(middleOf(fits) / written).toFixed(1)} times`);
}

/** The same in a worker of a page whose policy is strict: from the question to the answer, the way there and back too. */
async function trainingInBrowser(): Promise<void> {
  const program = findBrowsers().chromium;
  if (!program) return say('training, in a worker of Chromium', 'no Chromium is installed');
  const worker = await hostWorker();
  const server = createServer((request, response) => {
    const isWorker = request.url === '/host-worker.js';
    response.setHeader('content-security-policy', strictPolicy);
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
    response.end(isWorker ? worker : '<!doctype html><title>Training</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const browser = await puppeteer.launch(chromiumOptions(program));
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const { fits, writes } = await page.evaluate(async (given) => {
      const { rows, happened } = given;
      const own = new Worker('/host-worker.js', { type: 'module' });
      const found: { fits: number[]; writes: number[] } = { fits: [], writes: [] };
      for (let round = 0; round < 5; round++) {
        const start = performance.now();
        const answer = new Promise((resolve, reject) => {
          own.onmessage = ({ data }) => resolve(data.kind);
          own.onerror = () => reject(new Error('The worker could not be started.'));
        });
        own.postMessage({ kind: 'fit', rows, happened, lambda: 10 });
        if ((await answer) !== 'fit') throw new Error('The worker did not fit.');
        found.fits.push(performance.now() - start);
        const before = performance.now();
        JSON.stringify(rows);
        found.writes.push(performance.now() - before);
      }
      own.terminate();
      return found;
    }, rowsToFit());
    say('training, in a worker of Chromium, by the clock', seconds(middleOf(fits)));
    say('  against writing those rows as JSON there', `${(middleOf(fits) / middleOf(writes)).toFixed(1)} times`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Tables of accounts used on and off, of which three of ten fall silent and leave; so many events in all. */
async function company(folder: string, events: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const database = await instance.connect();
  const quoted = (name: string) => `'${join(folder, name).replaceAll("'", "''")}'`;
  const day = (days: string) => `TIMESTAMP '2026-11-01' - to_milliseconds(CAST(864e5 * (${days}) AS BIGINT))`;
  // What is as good as random, and the same in each run.
  const chance = (of: string) => `(hash(${of}) % 1000003) / 1000003.0`;
  await database.run(`CREATE TABLE a AS SELECT 'a' || n AS id, n, CASE WHEN ${chance('n')} < 0.3
    THEN 330 * ${chance('n + 1000000')} END AS gone FROM range(1000) t(n)`);
  await database.run(`COPY (SELECT id, ${day('480')} AS since, 5 + n % 40 AS seats, n % 11 AS nps,
    ['basic', 'pro'][1 + n % 2] AS plan FROM a) TO ${quoted('accounts.parquet')}`);
  await database.run(`COPY (SELECT id AS account_id, 'churned' AS kind, ${day('gone')} AS at FROM a WHERE gone IS NOT NULL)
    TO ${quoted('outcomes.parquet')}`);
  // Who leaves has done most of it long before.
  await database.run(`COPY (SELECT id AS account_id, CASE WHEN k % 50 = 0 THEN 'ticket' ELSE 'use' END AS name,
      ${day(`480 - (480 - coalesce(gone, 0)) * ${chance('n * 100000 + k')} ** CASE WHEN gone IS NULL THEN 1 ELSE 1.7 END`)} AS at,
      'u' || k % 14 AS user, 'f' || k % 9 AS feature, k % 3 = 0 AS key
    FROM a, range(${events / 1000}) e(k)) TO ${quoted('events.parquet')}`);
  database.closeSync();
  instance.closeSync();
}

interface Used {
  readonly ms: number;
  readonly megabytes: number;
  readonly verdict: string;
}

/** Runs the command line on them; the progress goes to whoever looks on. */
async function lookBack(events: number): Promise<Used> {
  const folder = mkdtempSync(join(tmpdir(), 'hale-truth-'));
  try {
    await company(folder, events);
    const used = join(folder, 'used.json');
    const telling = `process.on('exit', () => { const { userCPUTime: user, systemCPUTime: system, maxRSS } = process.resourceUsage();
      require('node:fs').writeFileSync(${JSON.stringify(used)}, JSON.stringify({ ms: (user + system) / 1000, megabytes: maxRSS / 1024 })); });`;
    const preload = join(folder, 'used.cjs');
    writeFileSync(preload, telling);
    const file = (name: string) => join(folder, `${name}.parquet`);
    writeFileSync(join(folder, 'model.json'), JSON.stringify(b2bSaas));
    const args = ['--accounts', file('accounts'), '--events', file('events'), '--outcomes', file('outcomes')];
    const span = ['--from', '2025-11-01', '--now', '2026-11-01', '--out', join(folder, 'backtest.json')];
    const flags = ['--conditions=@hale/source', '--disable-warning=ExperimentalWarning', '--require', preload];
    const program = join(import.meta.dirname, '../packages/cli/src/hale.ts');
    const ran = spawnSync(
      process.execPath,
      [...flags, program, 'backtest', '-m', join(folder, 'model.json'), ...args, ...span],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (ran.status !== 0) throw new Error(`hale backtest ended with ${ran.status}.`);
    const { verdict } = JSON.parse(readFileSync(join(folder, 'backtest.json'), 'utf8'));
    return { ...JSON.parse(readFileSync(used, 'utf8')), verdict: verdict.sentence };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

training();
await trainingInBrowser();
const tenth = await lookBack(100_000);
const whole = await lookBack(1_000_000);
say('looking back, 1,000 accounts × 12, a million events', seconds(whole.ms));
say('  with a tenth of the events', seconds(tenth.ms));
say(
  '  memory at most',
  `${Math.round(whole.megabytes)} MB, and ${Math.round(tenth.megabytes)} MB with a tenth of the events`,
);
console.log(whole.verdict);
