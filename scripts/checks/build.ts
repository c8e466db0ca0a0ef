import { join } from 'node:path';
import { root } from '../workspace.ts';
import { clean, type Outcome } from './check.ts';

let outcome: Promise<Outcome> | undefined;

/**
 * The packages build; committed files stay as they are, for the checks of them. It runs once, and other checks that
 * need the packages built wait for it.
 */
export const build = {
  name: 'build',
  run: () => (outcome ??= clean(join(root, 'scripts', 'build.ts'), ['--keep-committed'])),
};
