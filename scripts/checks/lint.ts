import { join } from 'node:path';
import { root } from '../workspace.ts';
import { clean } from './check.ts';

const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** Format and lint rules of biome.json hold, warnings included. */
export const lint = {
  name: 'lint',
  run: () => clean(biome, ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', root]),
};
