import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './workspace.ts';

/** What the scripts read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** What its own modules import by a name with `#`: under the source condition, files by further conditions. */
  readonly imports?: Readonly<Record<`#${string}`, Readonly<Record<'@hale/source', Readonly<Record<string, string>>>>>>;
  /** The programs it installs; absent where it is for other code alone. */
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** One package of the workspace that is published. */
export interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

function read(folder: string): Package {
  // The manifests are this repository's own.
  return { folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest };
}

/** The published packages, each after those it depends on. */
export function packages(): Package[] {
  const rest = filesOf(['packages/*/package.json']).map((file) => read(join(file, '..')));
  const ordered: Package[] = [];
  while (rest.length > 0) {
    const index = rest.findIndex(
      (one) => !rest.some((other) => other.manifest.name in (one.manifest.dependencies ?? {})),
    );
    const [next] = rest.splice(index, 1);
    if (index < 0 || !next)
      throw new Error(`The packages depend on each other in a circle: ${rest.map((one) => one.manifest.name)}.`);
    ordered.push(next);
  }
  return ordered;
}

/** The source files a package's exports and imports name under the source condition, patterns expanded; absolute paths. */
export function entries({ folder, manifest }: Package): string[] {
  const exported = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : [target['@hale/source'] ?? []].flat(),
  );
  const targets = [
    ...exported,
    ...Object.values(manifest.imports ?? {}).flatMap((target) => Object.values(target['@hale/source'])),
  ];
  const files = filesOf(targets, folder).filter((file) => !file.includes('.test.'));
  const missing = targets.find((target) => !target.includes('*') && !existsSync(join(folder, target)));
  if (missing) throw new Error(`${manifest.name} exports ${missing}, which does not exist.`);
  return files;
}
