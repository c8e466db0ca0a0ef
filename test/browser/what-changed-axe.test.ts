import '@hale/widgets/define/what-changed.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { fourWeeksBefore } from '../support/change.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import { states } from '../support/states.ts';

describe('<hale-what-changed> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, enter] of states) {
      it(`has no fault when ${state}, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [120, 320, 640]) {
          const element = document.createElement('hale-what-changed');
          element.earlier = fourWeeksBefore();
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
        }
        expect(found).to.deep.equal([]);
      });
    }

    it(`has no fault with its table open, in ${scheme}`, async () => {
      paint(scheme);
      const element = Object.assign(document.createElement('hale-what-changed'), {
        report: ready(),
        earlier: fourWeeksBefore(),
      });
      await mountElement(element, 480);
      part(element, 'table-toggle').click();
      await settled(element);
      expect(await faults(element)).to.deep.equal([]);
    });
  }
});
