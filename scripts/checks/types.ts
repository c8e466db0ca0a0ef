import { join } from 'node:path';
import { root } from '../workspace.ts';
import { clean } from './check.ts';

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** Everything type-checks; the core does without DOM and Node types, drawing without a DOM, and React may be 18. */
export const types = {
  name: 'types',
  async run() {
    const projects = ['.', 'packages/core', 'packages/widgets/src/draw', 'test/support/react/types-18.tsconfig.json'];
    const outcomes = await Promise.all(
      projects.map((project) =>
        clean(tsc, [
          '-p',
          join(root, project),
          '--noEmit',
          '--emitDeclarationOnly',
          'false',
          '--declarationMap',
          'false',
        ]),
      ),
    );
    return { problems: outcomes.flatMap((outcome) => outcome.problems) };
  },
};
