import '@hale/widgets/define/scatter.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { listed } from '../support/portfolios.ts';
import { press } from '../support/reading.ts';

const given = {
  idle: {},
  ready: { portfolio: listed(48), subject: 'a5' },
  gathered: { portfolio: listed(700) },
  few: { portfolio: listed(5) },
  empty: { portfolio: listed(0) },
  error: { portfolio: { schema: 'another' } },
} as const;

describe('<hale-scatter> under axe', () => {
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
          const element = Object.assign(document.createElement('hale-scatter'), properties);
          await mountElement(element, width);
          found.push(...(await faults(element)));
          unmountAll();
        }
      }
      expect(found).to.deep.equal([]);
    });

    it(`has no fault while it is read, with its table open, in ${scheme}`, async () => {
      paint(scheme);
      const element = Object.assign(document.createElement('hale-scatter'), given.ready);
      await mountElement(element, 480);
      part(element, 'table-toggle').click();
      part(element, 'plot').focus();
      await press(element, 'ArrowRight');
      await settled(element);
      expect(await faults(element)).to.deep.equal([]);
    });
  }
});
