/**
 * `npm run check`: everything about the repository that can be told without running it as a user would.
 * One line a check; the last line is `N passed, N failed`; exits with 1 when one failed.
 *
 *   npm run check -- lint boundaries     only these; the names are those printed
 */
import type { Check, Outcome } from './checks/check.ts';
import * as registry from './checks/checks.ts';

const checks: readonly Check[] = Object.values(registry);
const names = process.argv.slice(2);
const unknown = names.find((name) => !checks.some((check) => check.name === name));
if (unknown !== undefined) {
  console.error(`There is no check named ${unknown}: expected some of ${checks.map(({ name }) => name).join(', ')}.`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const stumbled = (error: unknown): Outcome => ({ problems: [error instanceof Error ? error.message : String(error)] });

let failed = 0;
async function report(check: Check): Promise<void> {
  const started = performance.now();
  const { problems, note = '' } = await check.run().catch(stumbled);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (problems.length > 0) failed++;
  const head = `${problems.length > 0 ? '✗' : '✓'} ${check.name.padEnd(12)} ${seconds.padStart(5)} s`;
  console.log(problems.length > 0 ? head : `${head}  ${note}`.trimEnd());
  for (const problem of problems) console.error(problem.replace(/^/gm, '    '));
}

const queue = checks.filter((check) => names.length === 0 || names.includes(check.name));
const total = queue.length;
const lane = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await report(next);
};
// Two at a time: most are programs of their own, and small machines have two cores.
await Promise.all([lane(), lane()]);
console.log(`\n${total - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
