import '@hale/widgets/define';
import { expect } from 'chai';
import { mountElement, settled, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';

/** Counts how often an element draws from now on. */
function countOf(element: HTMLElement): { drawn: number } {
  const count = { drawn: 0 };
  const { paint } = element as unknown as { paint: (root: ShadowRoot) => void };
  Object.assign(element, {
    paint(root: ShadowRoot) {
      count.drawn++;
      Reflect.apply(paint, element, [root]);
    },
  });
  return count;
}

describe('another width', () => {
  afterEach(unmountAll);

  for (const tag of ['hale-gauge', 'hale-trend-line', 'hale-activity-dots', 'hale-breakdown'] as const) {
    it(`is answered by one drawing, in the frame it comes in: <${tag}>`, async () => {
      const element = document.createElement(tag);
      element.report = ready();
      await mountElement(element, 300);
      await settled(element);
      const count = countOf(element);
      for (const width of [520, 90, 300]) {
        count.drawn = 0;
        element.parentElement?.style.setProperty('width', `${width}px`);
        await settled(element);
        await settled(element);
        expect(count.drawn, `at ${width} px`).to.equal(1);
      }
    });
  }
});
