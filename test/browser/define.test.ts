import { Gauge } from '@hale/widgets';
import { expect } from 'chai';
import { mount, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';

const fallback = 'Acme: 72 of 100, healthy';

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

  it('gives every public getter a setter, and no method the name of a property', () => {
    for (let proto = Gauge.prototype; proto && proto !== HTMLElement.prototype; proto = Object.getPrototypeOf(proto)) {
      if (!Object.hasOwn(proto.constructor, 'tag')) continue;
      for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
        if (get) expect(set, name).to.be.a('function');
      }
    }
  });
});
