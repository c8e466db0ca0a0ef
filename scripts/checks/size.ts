import { join } from 'node:path';
import { tool } from '../tool.ts';
import { root } from '../workspace.ts';
import { build } from './build.ts';
import { incrementsOver } from './increments.ts';

interface Measured {
  readonly name: string;
  readonly passed: boolean;
  readonly size: number;
  readonly sizeLimit: number;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * What a page loads, bundled and gzipped, stays within the budgets of .size-limit.json, and what each widget adds to a
 * page within those of .size-increments.json. Needs the built packages.
 */
export const size = {
  name: 'size',
  async run() {
    const { problems: unbuilt } = await build.run();
    if (unbuilt.length > 0) return { problems: ['the packages do not build, so they have no weight'] };
    const { output } = await tool(join(root, 'node_modules', 'size-limit', 'bin.js'), ['--json']);
    if (!output.startsWith('[')) return { problems: [output] };
    // size-limit's own JSON, one entry for each budget.
    const measured = JSON.parse(output) as Measured[];
    const added = await incrementsOver();
    const over = measured.filter(({ passed }) => !passed);
    return {
      problems: [
        ...over.map(
          ({ name, size, sizeLimit }) => `${name} weighs ${kilobytes(size)}, its budget is ${kilobytes(sizeLimit)}`,
        ),
        ...added.problems,
      ],
      note: [
        ...measured.map(({ name, size, sizeLimit }) => `${name} ${kilobytes(size)} of ${sizeLimit / 1000}`),
        added.note,
      ].join(' · '),
    };
  },
};
