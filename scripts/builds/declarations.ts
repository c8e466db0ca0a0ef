import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Package } from '../packages.ts';
import { filesOf, root } from '../workspace.ts';

const relativeTs = /((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\.tsx?\2/g;

/**
 * Writes the declarations and their maps beside the modules. The compiler leaves `./x.ts` as it is in declarations,
 * but what lies there is `x.js` with `x.d.ts`, so the specifiers are turned; their length stays, and so do the maps.
 */
export function declarations({ folder, manifest }: Package): void {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The types of ${manifest.name} do not compile:\n${stdout}`);
  for (const file of filesOf(['**/*.d.ts'], join(folder, 'dist'))) {
    const text = readFileSync(file, 'utf8');
    const turned = text.replace(relativeTs, '$1$2$3.js$2');
    if (turned !== text) writeFileSync(file, turned);
  }
}
