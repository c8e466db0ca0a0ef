import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import { build as viteBuild } from 'vite';
import { type PackedPackages, packAll } from '../support/packed.ts';

const root = new URL('../../', import.meta.url);
const entry = `
  import '@hale/widgets/define';
  import '@hale/widgets/define/portfolio.js';
  import '@hale/widgets/define/role-view.js';
  import '@hale/widgets/define/scatter.js';`;
/** Of what the console tells: of a date, a time zone, a gauge, a role, scores, and what any property takes. */
const told = [
  'a date such as',
  'there is no time zone',
  'that says whose score it is',
  'which tells least',
  'needs scores from',
  'takes:',
];

describe('what the console tells of odd values', function () {
  this.timeout(60_000);
  let packed: PackedPackages;

  before(() => {
    packed = packAll(fileURLToPath(root));
  });

  after(() => packed?.remove());

  /** The dependencies of the packages are the workspace's; the packages themselves are the unpacked ones. */
  const modules = ['node_modules', 'node_modules/.pnpm/node_modules'].map((path) => fileURLToPath(new URL(path, root)));

  async function byEsbuild(conditions: string[]): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: packed.folder },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      conditions,
      nodePaths: modules,
    });
    return outputFiles[0]?.text ?? '';
  }

  async function byVite(conditions: string[]): Promise<string> {
    const made = await viteBuild({
      root: packed.folder,
      configFile: false,
      logLevel: 'silent',
      resolve: { conditions: [...conditions, 'module', 'browser'] },
      plugins: [
        {
          name: 'entry',
          enforce: 'pre',
          resolveId(id, importer) {
            if (id === 'entry') return `${packed.folder}/entry.js`;
            if (/^([./#]|@hale)/.test(id)) return null;
            // What a package depends on is found where the workspace has it.
            const from = importer?.includes('/@hale/core/')
              ? 'packages/core/src/index.ts'
              : 'packages/widgets/src/index.ts';
            return importer?.includes('/@hale/')
              ? this.resolve(id, fileURLToPath(new URL(from, root)), { skipSelf: true })
              : null;
          },
          load: (id) => (id.endsWith('/entry.js') ? entry : null),
        },
      ],
      build: { write: false, rolldownOptions: { input: 'entry' } },
    });
    const bundles = [made].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
    return bundles.map((part) => ('code' in part ? part.code : '')).join('\n');
  }

  const bundlers = { esbuild: byEsbuild, vite: byVite };
  for (const [name, bundled] of Object.entries(bundlers)) {
    it(`is in what ${name} makes for development, and in nothing else`, async () => {
      const developed = await bundled(['development', 'import', 'default']);
      const released = await bundled(['production', 'import', 'default']);
      expect(told.filter((words) => !developed.includes(words))).to.deep.equal([]);
      expect(told.filter((words) => released.includes(words))).to.deep.equal([]);
      expect(released).to.include('hale-portfolio');
    });
  }

  it('is the same module in either case, as far as others can see', async () => {
    const [one, other] = await Promise.all(
      ['developing', 'released'].map((name) => import(packed.fileOf('@hale/widgets', `dist/ui/${name}.js`))),
    );
    expect(Object.keys(one).sort()).to.deep.equal(Object.keys(other).sort());
    expect([one.isDeveloping, other.isDeveloping]).to.deep.equal([true, false]);
  });
});
