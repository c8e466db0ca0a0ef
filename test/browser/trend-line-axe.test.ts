import '@hale/widgets/define/trend-line.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { press } from '../support/reading.ts';
import { ready } from '../support/reports.ts';
import { states } from '../support/states.ts';

describe('<hale-trend-line> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, enter] of states) {
      it(`has no fault when ${state}, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [80, 120, 300, 800]) {
          const element = document.createElement('hale-trend-line');
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
        }
        expect(found).to.deep.equal([]);
      });
    }

    it(`has no fault with its table open, in ${scheme}`, async () => {
      paint(scheme);
      const element = document.createElement('hale-trend-line');
      element.report = ready();
      await mountElement(element, 480);
      part(element, 'table-toggle').click();
      await settled(element);
      expect(await faults(element)).to.deep.equal([]);
    });

    it(`has no fault while it is read, in ${scheme}`, async () => {
      paint(scheme);
      const element = document.createElement('hale-trend-line');
      element.report = ready();
      await mountElement(element, 480);
      part(element, 'plot').focus();
      await press(element, 'ArrowLeft');
      expect(await faults(element)).to.deep.equal([]);
    });
  }
});
