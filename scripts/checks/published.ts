import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { type Package, packages } from '../packages.ts';
import { tool } from '../tool.ts';
import { root } from '../workspace.ts';
import { build } from './build.ts';

const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function pack({ folder, manifest }: Package, into: string): Packed {
  const windows = process.platform === 'win32';
  const args = ['pack', '--json', '--pack-destination', into];
  const { status, stdout, stderr } = spawnSync('pnpm', args, { cwd: folder, encoding: 'utf8', shell: windows });
  if (status !== 0) throw new Error(`${manifest.name} could not be packed: ${stderr || stdout}`);
  // pnpm's own JSON.
  return JSON.parse(stdout) as Packed;
}

function contents({ manifest }: Package, { files }: Packed): string[] {
  const names = files.map(({ path }) => path);
  const missing = ['LICENSE', 'README.md', 'package.json'].filter((name) => !names.includes(name));
  const strange = names.filter((name) => /\.test\.|\/fixtures\/|tsconfig/.test(name));
  return [
    ...missing.map((name) => `${manifest.name} lacks ${name} in its tarball`),
    ...strange.map((name) => `${manifest.name} has ${name} in its tarball`),
  ];
}

/**
 * Paths that hold no code to compare types with. Those that are types alone name their own package, which attw fails even
 * for resolutions that it ignores; test/journey/framework-types.test.ts compiles them as they are packed.
 */
const withoutCode = ({ manifest }: Package) =>
  Object.keys(manifest.exports).filter((path) => path.endsWith('.json') || path.startsWith('./types/'));

async function problemsOf(one: Package, into: string): Promise<string[]> {
  const packed = pack(one, into);
  const tarball = packed.filename.startsWith(into) ? packed.filename : join(into, packed.filename);
  const bytes = readFileSync(tarball);
  const lines = await publint({ pack: { tarball: Uint8Array.from(bytes).buffer }, strict: true });
  const pkg = lines.pkg ?? {};
  const excluded = withoutCode(one);
  const wrong = await tool(attw, [
    tarball,
    '--profile',
    'esm-only',
    '--no-emoji',
    '--no-color',
    '--format',
    'ascii',
    '--exclude-entrypoints',
    ...excluded,
  ]);
  const range = /"workspace:/.test(JSON.stringify(pkg))
    ? [`${one.manifest.name} is packed with a workspace: range`]
    : [];
  return [
    ...contents(one, packed),
    ...range,
    ...lines.messages.map(
      (message) => `${one.manifest.name}: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
    ),
    ...(wrong.code === 0 ? [] : [`${one.manifest.name}: ${wrong.output}`]),
  ];
}

/** The tarballs hold what they should, their manifests are right (publint), and so are their types (attw). */
export const published = {
  name: 'published',
  async run() {
    const { problems: unbuilt } = await build.run();
    if (unbuilt.length > 0) return { problems: ['the packages do not build, so there is nothing to pack'] };
    const into = mkdtempSync(join(tmpdir(), 'hale-pack-'));
    try {
      const problems = await Promise.all(packages().map((one) => problemsOf(one, into)));
      return { problems: problems.flat() };
    } finally {
      rmSync(into, { recursive: true });
    }
  },
};
