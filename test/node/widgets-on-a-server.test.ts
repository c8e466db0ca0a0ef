import { Gauge, version } from '@hale/widgets';
import manifest from '@hale/widgets/package.json' with { type: 'json' };
import { expect } from 'chai';

describe('the widgets on a server', () => {
  it('say what they would draw', () => {
    expect(Gauge.fallback({ score: 72, label: 'Acme' })).to.equal('Acme: 72 of 100, Healthy');
  });

  it('are defined to no effect where there is no registry', async () => {
    // lit brings a registry of its own to Node; others do not.
    const there = Object.getOwnPropertyDescriptor(globalThis, 'customElements');
    Reflect.deleteProperty(globalThis, 'customElements');
    try {
      await import('@hale/widgets/define');
      expect(typeof customElements).to.equal('undefined');
    } finally {
      if (there) Object.defineProperty(globalThis, 'customElements', there);
    }
  });

  it('know the version of their package', () => {
    expect(version).to.equal(manifest.version);
  });
});
