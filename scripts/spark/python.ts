import { join } from 'node:path';
import { sparkEnvironment } from '@hale/cli';
import { root } from '../workspace.ts';

/** The Python with which this checkout runs Spark, in .tools/spark; brought there once. */
export const sparkPython = (): Promise<string> => sparkEnvironment(join(root, '.tools', 'spark'), console.error);
