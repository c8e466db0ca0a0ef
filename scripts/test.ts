/**
 * `npm test`: units in Node, Firefox and WebKit, widgets and vectors in these two and Chromium, journeys through the real
 * server, then models on every engine that runs SQL, and the command line; beside them on Spark, in CI and where asked.
 * The last line is `N passed, N failed` (and `, N skipped` when something was); exits with 1 on any failure,
 * on a suite without tests, and on a browser that could not start.
 *
 *   npm test -- --only node,browser        some suites of node, browser, journey, engines
 *   npm test -- --browsers chromium        some engines of chromium, firefox, webkit
 *   npm test -- packages/core/src/stats    only test files under a folder, or that match a glob
 *   npm test -- --seed 7 --times 20        properties on other cases, and on twenty times as many
 */
import { parseArgs } from 'node:util';
import { engines } from './browsers/find.ts';
import { chooseFiles, type SuiteName, suiteNames } from './suites/files.ts';
import { runSuite } from './suites/run.ts';
import { closing, row, type Tally } from './suites/tally.ts';

function chosen<Name extends string>(given: string | undefined, known: readonly Name[], flag: string): readonly Name[] {
  if (given === undefined) return known;
  const names = given.split(',');
  const unknown = names.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined)
    throw new Error(`--${flag} does not know ${unknown}: expected some of ${known.join(',')}.`);
  return known.filter((name) => names.includes(name));
}

/** Hands a positive whole number to the suites. */
function hand(given: string | undefined, flag: string, variable: string): void {
  if (given === undefined) return;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(`--${flag} must be a whole number of at least 1, not ${given}.`);
  process.env[variable] = given;
}

function fail(message: string): never {
  console.error(message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

async function run(): Promise<Tally[]> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      browsers: { type: 'string' },
      seed: { type: 'string' },
      times: { type: 'string' },
    },
  });
  hand(values.seed, 'seed', 'HALE_SEED');
  hand(values.times, 'times', 'HALE_TIMES');
  const only = chosen(values.only, suiteNames, 'only');
  // Who names Spark means it.
  if (values.only !== undefined && only.includes('spark')) process.env.HALE_SPARK ??= '1';
  const browsers = chosen(values.browsers, engines, 'browsers');
  const files = chooseFiles(only, positionals);
  if (files.size === 0) throw new Error(`No test file matches ${positionals.join(' ')}.`);
  const suite = (name: SuiteName) => {
    const own = files.get(name);
    return own ? runSuite(name, own, browsers) : [];
  };
  // The units in Node take one core while the browsers start; the journeys come alone, they watch the clock.
  const together = await Promise.all([suite('node'), suite('browser')]);
  const journeys = await suite('journey');
  // Either has one core busy: a statement is planned by one thread.
  const onEngines = await Promise.all([suite('engines'), suite('spark')]);
  return [...together.flat(), ...journeys, ...onEngines.flat()];
}

const tallies = await run().catch((error: Error) => fail(error.message));
console.log(`\n${tallies.map(row).join('\n')}\n`);
console.log(closing(tallies));
process.exit(tallies.some((tally) => tally.failed > 0) ? 1 : 0);
