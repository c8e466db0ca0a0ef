import { join } from 'node:path';
import { root } from '../workspace.ts';
import { clean } from './check.ts';

const knip = join(root, 'node_modules', 'knip', 'bin', 'knip.js');

/** No file, export or dependency that nothing uses, and none used that no manifest lists. */
export const deadCode = {
  name: 'dead-code',
  run: () => clean(knip, ['--no-progress', '--treat-config-hints-as-errors']),
};
