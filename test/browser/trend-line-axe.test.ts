import '@hale/widgets/define/trend-line.js';
import type { Report } from '@hale/core/report';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { mountElement, part, settled, unmountAll } from '../support/mount.ts';
import { press } from '../support/reading.ts';
import { foreseen, partial, ready } from '../support/reports.ts';
import { failed, told } from '../support/sources.ts';
import { type ReportElement, states } from '../support/states.ts';

const given = (report: Report) => (element: ReportElement) => {
  element.report = report;
};

/** How to bring a trend line into each state that a forecast, or the reason why there is none, can be told in. */
const foretold: readonly (readonly [string, (element: ReportElement) => void])[] = [
  ['ready', given(foreseen())],
  ['partial', given(foreseen(partial()))],
  [
    'stale',
    (element) => {
      element.source = told(failed(foreseen(), Date.now() + 120_000));
      element.account = 'averlund';
    },
  ],
  ...['set-by-hand', 'too-few-points', 'no-better-than-today'].map(
    (code) =>
      [
        `told why there is none, ${code}`,
        given(foreseen(ready(), { points: [], reason: { code, sentence: 'None.' } })),
      ] as const,
  ),
];

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

    for (const [state, enter] of foretold) {
      it(`has no fault with a forecast when ${state}, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [120, 320, 800]) {
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
      element.report = foreseen();
      await mountElement(element, 480);
      part(element, 'table-toggle').click();
      await settled(element);
      expect(await faults(element)).to.deep.equal([]);
    });

    it(`has no fault while it is read, in ${scheme}`, async () => {
      paint(scheme);
      const element = document.createElement('hale-trend-line');
      element.report = foreseen();
      await mountElement(element, 480);
      part(element, 'plot').focus();
      for (const key of ['ArrowLeft', 'End']) {
        await press(element, key);
        expect(await faults(element)).to.deep.equal([]);
      }
    });
  }
});
