import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../browsers/find.ts';
import { tool } from '../tool.ts';
import { root, sourceCondition } from '../workspace.ts';
import type { SuiteName } from './files.ts';
import type { Tally } from './tally.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function programs(name: SuiteName, files: readonly string[], browsers: readonly Engine[]): [string, string[]] {
  if (name === 'browser') return ['./browser.ts', [browsers.join(','), ...files]];
  return ['./mocha.ts', [name, ...files]];
}

const failed = (name: string): Tally => ({ name, passed: 0, failed: 1, skipped: 0, seconds: 0 });

/** The journeys use the packages and the pages as they are published, so these are built first. */
async function isBuilt(): Promise<boolean> {
  const { code, output } = await tool(join(root, 'scripts', 'build.ts'), ['--keep-committed']);
  if (code !== 0) console.error(output);
  return code === 0;
}

/**
 * Runs one suite in a process of its own. A process that ends without its counts, or counts no test, not even one that it
 * skips and says why, is one failure.
 */
export async function runSuite(
  name: SuiteName,
  files: readonly string[],
  browsers: readonly Engine[],
): Promise<Tally[]> {
  if (files.length === 0) {
    console.error(`The ${name} suite has no test files.`);
    return [failed(name)];
  }
  if (name === 'journey' && !(await isBuilt())) return [failed(name)];
  const [program, args] = programs(name, files, browsers);
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    cwd: root,
    env: { ...process.env, HALE_SUITE: name },
    execArgv: [`--conditions=${sourceCondition}`, '--disable-warning=ExperimentalWarning'],
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    let tallies: Tally[] = [];
    child.on('message', (message) => {
      // The children are this folder's own programs; they send nothing but their tallies.
      tallies = message as Tally[];
    });
    child.on('exit', (code, signal) => {
      const empty = tallies.length === 0 || tallies.some((tally) => tally.passed + tally.failed + tally.skipped === 0);
      if (empty) console.error(`The ${name} suite ended without running a test (${signal ?? `exit code ${code}`}).`);
      resolve(empty ? [...tallies, failed(name)] : tallies);
    });
  });
}
