import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file of this package by its path in it; found by the package's name, since what is built lies elsewhere. */
export const ownFile = (name: string): string =>
  join(dirname(fileURLToPath(import.meta.resolve('@hale/cli/package.json'))), name);
