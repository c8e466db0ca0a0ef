import '@hale/widgets/define';
import { expect } from 'chai';
import { isIn, mount, settled, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import { arrived, told } from '../support/sources.ts';
import type { ReportElement } from '../support/states.ts';

// What the others take depends on how many flags, people or steps there are, which nobody knows before.
const tags = ['hale-gauge', 'hale-trend-line', 'hale-heat-map', 'hale-status'] as const;

describe('a report that arrives', () => {
  afterEach(unmountAll);

  for (const tag of tags) {
    it(`moves nothing that stands below: <${tag}>`, async () => {
      for (const width of [240, 320, 480, 900]) {
        const box = await mount(`<div><${tag} account="averlund"></${tag}><p>Below</p></div>`, width);
        const element = box.querySelector<ReportElement>(tag);
        const below = box.querySelector('p');
        if (!element || !below) throw new Error('The widget and what is below should be there.');
        const source = told();
        element.source = source;
        await settled(box);
        const before = below.getBoundingClientRect().top;
        source.tell(arrived(ready()));
        await settled(box);
        expect(isIn(element, 'ready'), `${width} px`).to.equal(true);
        expect(below.getBoundingClientRect().top, `at ${width} px`).to.equal(before);
      }
    });
  }
});
