import { join } from 'node:path';
import { sparkEnvironment, sparkLacks } from '@hale/cli';
import { aptInstall, mayInstall } from '../apt.ts';
import { root } from '../workspace.ts';

/** The Python with which this checkout runs Spark, in .tools/spark; brought there once. */
export const sparkPython = (): Promise<string> => sparkEnvironment(join(root, '.tools', 'spark'), console.error);

let untried: Promise<string | null> | undefined;

/**
 * Why the tests do not start Spark, as a sentence; null where they do, with all that it needs in place. They do in CI and
 * when asked, where there are Java, Python and PyPI: a cluster takes its time.
 */
export const sparkUntried = (): Promise<string | null> => {
  untried ??= findOut();
  return untried;
};

async function findOut(): Promise<string | null> {
  if (process.env.CI !== 'true' && !process.env.HALE_SPARK)
    return 'Spark is tried in CI, and by npm test -- --only spark.';
  if (sparkLacks()?.includes(venvPackage) && mayInstall()) aptInstall([venvPackage]);
  const lacks = sparkLacks();
  if (lacks !== null) return lacks;
  try {
    await sparkPython();
    return null;
  } catch (error) {
    const lines = (error as Error).message.trim().split('\n');
    // What was tried, and the last that pip or Python said of it.
    return lines.length > 1 ? `${lines[0]} ${lines.at(-1)}` : `${lines[0]}`;
  }
}

/** Debian's Python comes without it. */
const venvPackage = 'python3-venv';
