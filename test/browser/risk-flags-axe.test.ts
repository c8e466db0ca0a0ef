import '@hale/widgets/define/risk-flags.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { ready, reportOf } from '../support/reports.ts';
import { states } from '../support/states.ts';

describe('<hale-risk-flags> under axe', () => {
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
          const element = document.createElement('hale-risk-flags');
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
        }
        expect(found).to.deep.equal([]);
      });
    }

    it(`has no fault with steps unfolded, with growth and without flags, in ${scheme}`, async () => {
      paint(scheme);
      const all = document.createElement('hale-risk-flags');
      Object.assign(all, { report: ready(), effect: 'all', max: 2 });
      await mountElement(all, 480);
      part(all, 'playbook').click();
      await settled(all);
      const none = document.createElement('hale-risk-flags');
      none.report = reportOf({ signals: [] });
      await mountElement(none, 480);
      expect([...(await faults(all)), ...(await faults(none))]).to.deep.equal([]);
    });
  }
});
