/**
 * `node scripts/browsers.ts [chromium firefox webkit]`: finds the browsers the tests need, installs what is missing
 * where it may (root on Debian or Ubuntu), and prints where they lie; exits with 1 and one sentence otherwise.
 */
import { engines } from './browsers/find.ts';
import { requireBrowsers } from './browsers/require.ts';

const named = process.argv.slice(2);
try {
  const found = requireBrowsers(engines.filter((engine) => named.length === 0 || named.includes(engine)));
  for (const [part, path] of Object.entries(found)) console.log(`${part.padEnd(14)} ${path ?? 'not found'}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
