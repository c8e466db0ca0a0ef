import { join } from 'node:path';
import { sparkEnvironment, sparkLacks } from '@hale/cli';
import { root } from '../workspace.ts';

/** The Python with which this checkout runs Spark, in .tools/spark; brought there once. */
export const sparkPython = (): Promise<string> => sparkEnvironment(join(root, '.tools', 'spark'), console.error);

/** Why the tests do not start Spark, as a sentence; null where they do. A cluster takes a quarter of an hour of theirs. */
export const sparkUntried = (): string | null =>
  process.env.HALE_SPARK === undefined
    ? 'Spark is tried where HALE_SPARK is set, as in HALE_SPARK=1 npm test.'
    : sparkLacks();
