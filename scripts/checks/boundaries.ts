import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { root } from '../workspace.ts';

const config = new URL('../../.dependency-cruiser.mjs', import.meta.url);

/** Rooms in order, no cycles, a pure core, drawing without a DOM, packages by their public names. */
export const boundaries = {
  name: 'boundaries',
  async run() {
    // The configuration is this repository's own file, written after this type.
    const { default: rules } = (await import(config.href)) as { default: IConfiguration };
    const { forbidden = [], options } = rules;
    const folders = ['packages', 'demo', 'scripts', 'test'].filter((folder) => existsSync(join(root, folder)));
    const { output } = await cruise(folders, { ...options, baseDir: root, validate: true, ruleSet: { forbidden } });
    if (typeof output === 'string')
      throw new Error(`dependency-cruiser gave text where a result was expected: ${output}`);
    return { problems: problems(output), note: `${output.summary.totalDependenciesCruised ?? 0} imports` };
  },
};

function problems({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to, cycle, comment }) => {
    const way = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
    return `${rule.name}: ${way.join(' → ')}${comment ? `\n  ${comment}` : ''}`;
  });
}
