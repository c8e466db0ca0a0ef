import { Gauge, Provider } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { isIn, mount, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready, reportOf, thriving } from '../support/reports.ts';

let copies = 0;

/** Defines a class of one's own under a name not used before: a page defines an element only once. */
function fresh(base: CustomElementConstructor): { readonly tag: string; define(): void } {
  const tag = `test-${base.name.toLowerCase()}-${++copies}`;
  return { tag, define: () => customElements.define(tag, class extends base {}) };
}

const source = memorySource([ready(), thriving()]);

describe('<hale-provider>', () => {
  before(async () => {
    await import('@hale/widgets/define');
  });
  afterEach(unmountAll);

  it('hands its source to every widget inside, however deep', async () => {
    const provider = await mount<Provider>(
      '<hale-provider><hale-gauge account="averlund"></hale-gauge><div></div></hale-provider>',
    );
    const root = provider.querySelector('div')?.attachShadow({ mode: 'open' });
    const inner = document.createElement('hale-gauge');
    inner.account = 'marrowby';
    root?.append(inner);
    provider.source = source;
    await settled(provider);
    await settled(inner);
    expect(textOf(provider.querySelector('hale-gauge') ?? provider)).to.include('62');
    expect(textOf(inner)).to.include('94');
  });

  it('takes no place of its own in the layout', async () => {
    const provider = await mount('<hale-provider><hale-gauge score="4" label="Acme"></hale-gauge></hale-provider>');
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('changes the source of all when its own changes', async () => {
    const provider = await mount<Provider>(
      '<hale-provider><hale-gauge account="averlund"></hale-gauge></hale-provider>',
      240,
    );
    provider.source = source;
    await settled(provider);
    const gauge = provider.querySelector('hale-gauge');
    if (!gauge) throw new Error('The gauge should be there.');
    provider.source = memorySource([reportOf({ score: 41 })]);
    await settled(provider);
    expect(part(gauge, 'figure').textContent).to.equal('41');
    provider.source = null;
    await settled(provider);
    expect(isIn(gauge, 'idle')).to.equal(true);
  });

  it('gives way to a nearer one, and to a source of the widget itself', async () => {
    const provider = await mount<Provider>(
      '<hale-provider><hale-provider><hale-gauge account="averlund"></hale-gauge></hale-provider></hale-provider>',
      240,
    );
    const inner = provider.querySelector('hale-provider');
    const gauge = provider.querySelector('hale-gauge');
    if (!inner || !gauge) throw new Error('Both should be there.');
    provider.source = memorySource([reportOf({ score: 11 })]);
    inner.source = memorySource([reportOf({ score: 22 })]);
    await settled(provider);
    expect(part(gauge, 'figure').textContent).to.equal('22');
    gauge.source = memorySource([reportOf({ score: 33 })]);
    await settled(provider);
    expect(part(gauge, 'figure').textContent).to.equal('33');
  });

  it('reaches widgets that came to life before it', async () => {
    const late = fresh(Provider);
    const box = await mount(`<${late.tag}><hale-gauge account="averlund"></hale-gauge></${late.tag}>`);
    const gauge = box.querySelector('hale-gauge');
    if (!gauge) throw new Error('The gauge should be there.');
    expect(isIn(gauge, 'idle')).to.equal(true);
    // Set before there is a class for it, as frameworks do.
    Object.assign(box, { source });
    late.define();
    await settled(box);
    await settled(box);
    expect(textOf(gauge)).to.include('62');
  });

  it('reaches widgets that come to life after it', async () => {
    const late = fresh(Gauge);
    const provider = await mount<Provider>(`<hale-provider><${late.tag}></${late.tag}></hale-provider>`, 240);
    provider.source = source;
    const gauge = provider.firstElementChild;
    if (!gauge) throw new Error('The gauge should be there.');
    Object.assign(gauge, { account: 'averlund' });
    late.define();
    await settled(provider);
    await settled(provider);
    expect(textOf(gauge)).to.include('62');
  });

  it('lets go of a widget that is moved out of it', async () => {
    const provider = await mount<Provider>(
      '<hale-provider><hale-gauge account="averlund"></hale-gauge></hale-provider>',
    );
    provider.source = source;
    await settled(provider);
    const gauge = provider.querySelector('hale-gauge');
    if (!gauge) throw new Error('The gauge should be there.');
    provider.parentElement?.append(gauge);
    await settled(gauge);
    expect(isIn(gauge, 'idle')).to.equal(true);
    provider.append(gauge);
    await settled(gauge);
    expect(isIn(gauge, 'ready')).to.equal(true);
  });
});
