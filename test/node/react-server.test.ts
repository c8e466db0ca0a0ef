import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { pages } from '../support/react/pages.tsx';
import type { Rendered } from '../support/react/render.tsx';

const as18 = import.meta.resolve('../support/react/as-18.ts');
const tsx = import.meta.resolve('../../scripts/suites/tsx.ts');
const render = fileURLToPath(import.meta.resolve('../support/react/render.tsx'));

function rendered(...imports: readonly string[]): Rendered {
  const loaded = [tsx, ...imports].flatMap((url) => ['--import', url]);
  const program = ['--conditions=@hale/source', ...loaded, render];
  // What that program prints is what it says it does.
  return JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8' })) as Rendered;
}

for (const [version, imports] of [
  ['18.3', [as18]],
  ['19', []],
] as const) {
  describe(`the React ${version} components on a server`, () => {
    let server: Rendered;
    before(() => {
      server = rendered(...imports);
    });

    it('are rendered by that React, silently, and without a document', () => {
      expect(server.version).to.match(new RegExp(`^${version}\\.`));
      expect(server.said).to.deep.equal([]);
      expect(server.globals).to.deep.equal([]);
    });

    for (const [index, { name, html }] of pages.entries()) {
      it(`write ${name}`, () => expect(server.pages[index]).to.equal(html));
    }

    it('read as a sentence before there is any script', () => {
      expect(Object.keys(server.widgets)).to.include('HaleGauge');
      for (const [name, html] of Object.entries(server.widgets))
        expect(html, name).to.match(/^<([\w-]+)>[^<]{12,}<\/\1>$/);
    });

    it('outlive a report that no source would let through, and never write an object', () => {
      for (const html of server.hostile)
        expect(html)
          .to.match(/^<([\w-]+)>.*<\/\1>$/s)
          .and.not.include('[object');
    });
  });
}
