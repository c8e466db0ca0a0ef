import '@hale/widgets/define/segment-bars.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { portfolio } from '../support/portfolios.ts';

const given = {
  idle: {},
  ready: { portfolio: portfolio() },
  shares: { portfolio: portfolio(), measure: 'share' },
  empty: { portfolio: portfolio({ segments: [] }) },
  error: { portfolio: { schema: 'another' } },
} as const;

describe('<hale-segment-bars> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no fault in any state, in ${scheme}`, async () => {
      paint(scheme);
      const found: string[] = [];
      for (const properties of Object.values(given)) {
        for (const width of [120, 320, 640]) {
          const element = Object.assign(document.createElement('hale-segment-bars'), properties);
          await mountElement(element, width);
          found.push(...(await faults(element)));
        }
      }
      expect(found).to.deep.equal([]);
    });

    it(`has no fault with its table open, in ${scheme}`, async () => {
      paint(scheme);
      const element = Object.assign(document.createElement('hale-segment-bars'), given.ready);
      await mountElement(element, 480);
      part(element, 'table-toggle').click();
      await settled(element);
      expect(await faults(element)).to.deep.equal([]);
    });
  }
});
