/**
 * Child process of `npm test`: runs the given files with mocha in Node and sends the counts to its parent.
 * Usage: fork('mocha.ts', [name, ...files]). A file that cannot be loaded counts as one failure and hides no other.
 */
import Mocha from 'mocha';
import { shown } from '../workspace.ts';
import { times, tryProperties } from './properties.ts';
import './tsx.ts';
import type { Tally } from './tally.ts';

tryProperties();

const [name = 'node', ...files] = process.argv.slice(2);
const started = performance.now();
// Exiting, unlike being ended, runs the exit listeners: those of a test's browser and server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
  process.on(signal, () => process.exit(130));
const counts = { passed: 0, failed: 0, skipped: 0 };
const failures: Mocha.Test[] = [];

class Quiet extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('pass', () => counts.passed++);
    runner.on('pending', (test: Mocha.Test) => {
      counts.skipped++;
      console.log(`Skipped: ${test.fullTitle()}`);
    });
    runner.on('fail', (test) => {
      counts.failed++;
      failures.push(test);
    });
  }
}

const mocha = new Mocha({ reporter: Quiet, timeout: 20_000 * times, forbidOnly: process.env.CI !== undefined });
for (const file of files) {
  try {
    mocha.files = [file];
    await mocha.loadFilesAsync();
  } catch (error) {
    counts.failed++;
    console.error(`${shown(file)} could not be loaded:\n`, error);
  }
}

mocha.run(() => {
  if (failures.length > 0) Mocha.reporters.Base.list(failures);
  const tally: Tally = { name, ...counts, seconds: (performance.now() - started) / 1000 };
  const code = counts.failed > 0 ? 1 : 0;
  // Exits even when a test left something open; the counts are complete by now.
  if (process.send) process.send([tally], () => process.exit(code));
  else process.exit(code);
});
