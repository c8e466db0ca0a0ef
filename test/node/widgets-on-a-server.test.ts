import { expect } from 'chai';

describe('the widgets on a server', () => {
  it('can be imported, and say what they would draw', async () => {
    const { Gauge } = await import('@hale/widgets');
    expect(Gauge.fallback({ score: 72, label: 'Acme' })).to.equal('Acme: 72 of 100, Healthy');
  });

  it('can be defined to no effect, with and without a registry', async () => {
    await import('@hale/widgets/define');
    const { register } = await import('../../packages/widgets/src/ui/register.ts');
    const there = Object.getOwnPropertyDescriptor(globalThis, 'customElements');
    Reflect.deleteProperty(globalThis, 'customElements');
    try {
      // Only its tag is read where there is no registry.
      register({ tag: 'test-none' } as Parameters<typeof register>[0]);
    } finally {
      if (there) Object.defineProperty(globalThis, 'customElements', there);
    }
  });

  it('keep in their version what their package says', async () => {
    const { version } = await import('@hale/widgets');
    const manifest = await import('../../packages/widgets/package.json', { with: { type: 'json' } });
    expect(version).to.equal(manifest.default.version);
  });
});
