import '@hale/widgets/define/status.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, unmountAll } from '../support/mount.ts';
import { states } from '../support/states.ts';

describe('<hale-status> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, enter] of states) {
      it(`has no fault when ${state}, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [60, 120, 600]) {
          const element = document.createElement('hale-status');
          element.label = 'Acme';
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
        }
        expect(found).to.deep.equal([]);
      });
    }
  }
});
