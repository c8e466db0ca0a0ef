import { Gauge, version } from '@hale/widgets';
import { expect } from 'chai';
import { mount, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';

const fallback = 'Acme: 72 of 100, healthy';

/** What is said on the console while something runs. */
async function warningsOf(run: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (message: unknown) => warnings.push(String(message));
  await run().finally(() => {
    console.warn = warn;
  });
  return warnings;
}

describe('defining', () => {
  afterEach(unmountAll);

  it('is not done by importing a class, and text in the tag is shown until it is', async () => {
    expect(Gauge.tag).to.equal('hale-gauge');
    expect(customElements.get('hale-gauge')).to.equal(undefined);
    const element = await mount<Gauge>(`<hale-gauge score="72" label="Acme">${fallback}</hale-gauge>`);
    expect(textOf(element)).to.equal(fallback);
    // Set before there is a class: frameworks do, and it must not be lost.
    element.report = ready();
    await import('@hale/widgets/define/gauge.js');
    await settled(element);
    await settled(element);
    expect(textOf(element)).to.not.include(fallback);
    expect(element.getClientRects()).to.have.length(1);
    expect(part(element, 'dial').getAttribute('aria-label')).to.match(/^Acme: 62 of 100/);
    expect(Object.hasOwn(element, 'report')).to.equal(false);
  });

  it('twice in the same version is silent and keeps the first', async () => {
    const { register } = await import('../../packages/widgets/src/ui/register.ts');
    const first = customElements.get('hale-gauge');
    const warnings = await warningsOf(async () => register(class Copy extends Gauge {}));
    expect(warnings).to.deep.equal([]);
    expect(customElements.get('hale-gauge') === first).to.equal(true);
  });

  it('over another version keeps the first and names both', async () => {
    const { register } = await import('../../packages/widgets/src/ui/register.ts');
    class Other extends HTMLElement {
      static readonly tag = 'test-other';
      static readonly version = '9.9.9';
    }
    customElements.define(Other.tag, Other);
    const warnings = await warningsOf(async () =>
      register(
        class extends HTMLElement {
          static readonly tag = 'test-other';
        },
      ),
    );
    expect(warnings).to.deep.equal([
      `hale: <test-other> is already defined, in version 9.9.9; version ${version} of this script is not used. ` +
        'Load one version of @hale/widgets in a page.',
    ]);
    expect(customElements.get('test-other') === Other).to.equal(true);
  });

  it('gives every public getter a setter, and no method the name of a property', () => {
    for (let proto = Gauge.prototype; proto && proto !== HTMLElement.prototype; proto = Object.getPrototypeOf(proto)) {
      if (!Object.hasOwn(proto.constructor, 'tag')) continue;
      for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
        if (get) expect(set, name).to.be.a('function');
      }
    }
  });
});
