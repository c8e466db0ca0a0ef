import '@hale/widgets/define/heat-map.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { grid } from '../support/grids.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { press } from '../support/reading.ts';
import { states } from '../support/states.ts';

describe('<hale-heat-map> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no fault in any state, in ${scheme}`, async () => {
      paint(scheme);
      const found: string[] = [];
      for (const [, enter] of states) {
        for (const width of [120, 300, 800]) {
          const element = document.createElement('hale-heat-map');
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
          unmountAll();
        }
      }
      expect(found).to.deep.equal([]);
    });

    it(`has no fault with a grid, while it is read, with its table open, in ${scheme}`, async () => {
      paint(scheme);
      const element = document.createElement('hale-heat-map');
      element.grid = grid();
      await mountElement(element, 480);
      part(element, 'table-toggle').click();
      part(element, 'plot').focus();
      await press(element, 'ArrowRight');
      await settled(element);
      expect(await faults(element)).to.deep.equal([]);
    });
  }
});
