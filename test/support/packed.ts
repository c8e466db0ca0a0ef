import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The packages as a registry would hand them out, unpacked into a `node_modules` of their own. */
export interface PackedPackages {
  /** The folder that holds `node_modules`. */
  readonly folder: string;
  /** A file of a package: `fileOf('@hale/widgets', 'dist/index.js')`. */
  fileOf(name: string, path: string): string;
  remove(): void;
}

/** Packs and unpacks every package of the workspace that is published. They must have been built. */
export function packAll(root: string): PackedPackages {
  const folder = mkdtempSync(join(tmpdir(), 'hale-packed-'));
  for (const name of readdirSync(join(root, 'packages'))) {
    const short = name.replace('-wrapper', '');
    const target = join(folder, 'node_modules', '@hale', short);
    mkdirSync(target, { recursive: true });
    run('pnpm', ['pack', '--out', join(folder, `${short}.tgz`)], join(root, 'packages', name));
    run('tar', ['-xzf', join(folder, `${short}.tgz`), '-C', target, '--strip-components=1'], folder);
  }
  return {
    folder,
    fileOf: (name, path) => join(folder, 'node_modules', name, path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr || stdout}`);
}
