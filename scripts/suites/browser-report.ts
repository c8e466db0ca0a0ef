import type { TestSession, TestSuiteResult } from '@web/test-runner';
import type { Tally } from './tally.ts';

type Counts = { passed: number; failed: number; skipped: number };

interface Failure {
  readonly title: string;
  readonly message: string;
}

/** A stack without the frames of the test tools. */
const ownFrames = (stack: string) => stack.replace(/^.*node_modules\/.*\n?/gm, '').trimEnd();

function walk(suite: TestSuiteResult, titles: readonly string[], counts: Counts, failures: Failure[]): void {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped++;
    else if (test.passed) counts.passed++;
    else {
      counts.failed++;
      const { message = 'failed without an error', stack = '' } = test.error ?? {};
      const frames = ownFrames(stack.replace(message, ''));
      failures.push({ title: [...titles, test.name].join(' › '), message: `${message}\n${frames}`.trimEnd() });
    }
  }
  for (const inner of suite.suites) walk(inner, inner.name ? [...titles, inner.name] : titles, counts, failures);
}

const told = new Set<string>();

/** A long message in full the first time only: a browser that does not start says the same for every file. */
function once(message: string): string {
  if (told.has(message)) return `${message.split('\n', 1)[0]} (told in full above)`;
  if (message.includes('\n')) told.add(message);
  return message;
}

function print(session: TestSession, name: string, failures: readonly Failure[]): void {
  console.error(`\n${session.browser.name}: ${name}`);
  for (const { title, message } of failures) console.error(`  ✗ ${title}\n${once(message).replace(/^/gm, '      ')}`);
  for (const log of session.logs) console.error('      console:', ...log);
}

/** Counts one page: its tests, and one failure for an error outside of any test (a page that did not load or start). */
function count(session: TestSession, name: string): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: Failure[] = [];
  if (session.testResults) walk(session.testResults, [], counts, failures);
  const outside = session.errors.map((error) => ({
    title: 'outside of a test',
    message: error.stack ?? error.message,
  }));
  if (outside.length > 0 || !session.testResults) {
    counts.failed++;
    failures.push(...outside);
  } else if (counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed++;
    failures.push({ title: 'no test', message: 'the file holds no test' });
  }
  if (counts.failed > 0) print(session, name, failures);
  return counts;
}

/**
 * The counts of one browser over all its pages, which have names by their files; prints the failures, and the console of
 * the pages that had any.
 */
export function tallyOf(
  name: string,
  sessions: readonly TestSession[],
  pages: ReadonlyMap<string, string>,
  seconds: number,
): Tally {
  const own = sessions.filter((session) => session.browser.name === name);
  const counts = own.map((session) => count(session, pages.get(session.testFile) ?? session.testFile));
  const sum = (key: keyof Counts) => counts.reduce((total, one) => total + one[key], 0);
  return { name, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), seconds };
}
