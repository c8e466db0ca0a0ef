import { existsSync, statSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { filesOf } from '../workspace.ts';

/** The suites of `npm test`, in the order they are shown. */
export const suiteNames = ['node', 'browser', 'journey', 'engines', 'spark'] as const;
export type SuiteName = (typeof suiteNames)[number];

const patterns: Record<SuiteName, readonly string[]> = {
  node: ['packages/*/src/**/*.test.{ts,tsx}', 'test/node/**/*.test.{ts,tsx}', 'demo/**/*.test.{ts,tsx}'],
  browser: ['packages/core/src/**/*.test.ts', 'packages/widgets/src/**/*.test.ts', 'test/browser/**/*.test.{ts,tsx}'],
  journey: ['test/journey/**/*.test.ts'],
  // What starts databases and programs, and would keep browsers waiting.
  engines: ['test/parity/**/*.test.ts', 'test/node/{cli,reference}*.test.ts', 'demo/**/*.engine.test.ts'],
  // The same on a cluster.
  spark: ['test/parity/**/*.test.ts', 'demo/**/*-spark.engine.test.ts'],
};

/** Names of files that are for another suite. */
const others: Partial<Record<SuiteName, RegExp>> = {
  node: /\.browser\.test\.tsx?$/,
  journey: /\.browser\.test\.tsx?$/,
  engines: /spark|\.browser\.test\.tsx?$/,
  spark: /^parsed/,
};
const runsIn = (suite: SuiteName, file: string) => !others[suite]?.test(basename(file));

function named(given: readonly string[]): (file: string) => boolean {
  if (given.length === 0) return () => true;
  const from = process.env.INIT_CWD ?? process.cwd();
  const matches = given.map((pattern) => {
    const path = resolve(from, pattern);
    if (existsSync(path) && statSync(path).isDirectory()) return (file: string) => file.startsWith(path + sep);
    const found = new Set(filesOf([pattern], from));
    return (file: string) => found.has(file);
  });
  return (file) => matches.some((match) => match(file));
}

/** The test files of each suite, cut down to the folders and globs given; a suite of which none was named is left out. */
export function chooseFiles(suites: readonly SuiteName[], given: readonly string[]): Map<SuiteName, string[]> {
  const wanted = named(given);
  const chosen = new Map<SuiteName, string[]>();
  const heavy = new Set(filesOf([...patterns.engines, ...patterns.spark]));
  for (const suite of suites) {
    const isOwn = (file: string) => heavy.has(file) === (suite === 'engines' || suite === 'spark');
    const files = filesOf(patterns[suite]).filter((file) => isOwn(file) && runsIn(suite, file) && wanted(file));
    if (files.length > 0 || given.length === 0) chosen.set(suite, files);
  }
  return chosen;
}
