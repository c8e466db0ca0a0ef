import { expect } from 'chai';
import { build } from 'vite';
import { library } from '../../scripts/builds/library.ts';
import { packages } from '../../scripts/packages.ts';

/** The modules of the package as they are published, by file name. */
async function built(): Promise<ReadonlyMap<string, string>> {
  const one = packages().find(({ manifest }) => manifest.name === '@hale/react');
  if (!one) throw new Error('There should be a package @hale/react.');
  const config = library(one);
  const outcome = await build({ ...config, build: { ...config.build, write: false } });
  const outputs = [outcome].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

describe('the components as they are published', () => {
  it('are client components to a server of React, one by one; what lists them is not', async () => {
    const modules = await built();
    const components = [...modules].filter(([name]) => name.startsWith('components/'));
    expect(components).to.have.length.above(1);
    for (const [name, code] of components) expect(code, name).to.match(/^(['"])use client\1/);
    expect(modules.get('index.js')).to.include('HaleGauge').and.not.include('use client');
  });
});
