import '@hale/widgets/define';
import '@hale/widgets/define/backtest.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
import { expect } from 'chai';
import { listed } from '../support/accounts.ts';
import { fill } from '../support/every-widget.ts';
import { mountElement, settled, unmountAll } from '../support/mount.ts';

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

/** All that draw otherwise at another width; the portfolio has what measures its rows besides. */
const tags = [
  'hale-gauge',
  'hale-trend-line',
  'hale-activity-dots',
  'hale-heat-map',
  'hale-risk-flags',
  'hale-breakdown',
  'hale-what-changed',
  'hale-playbook',
  'hale-segment-bars',
  'hale-backtest',
  'hale-scatter',
] as const;

describe('another width', () => {
  afterEach(unmountAll);

  for (const tag of tags) {
    it(`is answered by one drawing, in the frame it comes in: <${tag}>`, async () => {
      const element = document.createElement(tag);
      if (!fill(element)) Object.assign(element, { portfolio: listed(100) });
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
