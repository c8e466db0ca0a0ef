import '@hale/widgets/define/playbook.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, unmountAll } from '../support/mount.ts';
import { states } from '../support/states.ts';

describe('<hale-playbook> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, enter] of states) {
      it(`has no fault when ${state}, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [120, 300, 800]) {
          const element = document.createElement('hale-playbook');
          element.done = [{ step: 0, at: '2026-11-10' }];
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
        }
        expect(found).to.deep.equal([]);
      });
    }
  }
});
