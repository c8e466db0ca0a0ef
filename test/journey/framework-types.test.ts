import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { tool } from '../../scripts/tool.ts';
import { type PackedPackages, packAll } from '../support/packed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const beside = ['preact', 'react', 'solid-js', 'svelte', 'vue', '@types/react'].map((name) => [name, '.'] as const);
const within = [
  ['lit', 'packages/widgets'],
  ['zod', 'packages/core'],
] as const;

// What is written in test/support/frameworks, right and wrong, is what counts.
describe('the types for frameworks', function () {
  this.timeout(120_000);
  let packed: PackedPackages;

  before(() => {
    packed = packAll(root);
    for (const [name, owner] of [...beside, ...within]) {
      const link = join(packed.folder, 'node_modules', name);
      mkdirSync(join(link, '..'), { recursive: true });
      symlinkSync(join(root, owner, 'node_modules', name), link, 'junction');
    }
    cpSync(join(root, 'test/support/frameworks'), join(packed.folder, 'src'), { recursive: true });
    writeFileSync(join(packed.folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  });

  after(() => packed?.remove());

  for (const [resolution, module] of [
    ['bundlers', { module: 'ESNext', moduleResolution: 'Bundler' }],
    ['Node', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
  ] as const) {
    it(`say of the packages as they are published, found as ${resolution} find them, what may be written and what may not`, async () => {
      const compilerOptions = { ...module, customConditions: [], types: [] };
      const project = { extends: join(root, 'tsconfig.json'), compilerOptions, include: ['src'], exclude: [] };
      writeFileSync(join(packed.folder, 'tsconfig.json'), JSON.stringify(project));
      const { code, output } = await tool(join(root, 'node_modules/typescript/bin/tsc'), ['-p', packed.folder]);
      expect(output).to.equal('');
      expect(code).to.equal(0);
    });
  }
});
