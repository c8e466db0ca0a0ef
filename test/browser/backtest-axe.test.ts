import '@hale/widgets/define/backtest.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { nothingKnown, skilled, unskilled } from '../support/backtests.ts';
import { mountElement, settled, unmountAll } from '../support/mount.ts';

const documents = { idle: null, skilled: skilled(), unskilled: unskilled(), empty: nothingKnown(), error: {} } as const;

describe('<hale-backtest> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [name, report] of Object.entries(documents)) {
      it(`has no fault when ${name}, its tables open, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [120, 300, 1000]) {
          const element = document.createElement('hale-backtest');
          element.report = report;
          await mountElement(element, width);
          for (const toggle of element.shadowRoot?.querySelectorAll<HTMLElement>('[part="table-toggle"]') ?? [])
            toggle.click();
          await settled(element);
          found.push(...(await faults(element)));
        }
        expect(found).to.deep.equal([]);
        // The largest of all widgets, with every table open: axe takes its time on a machine with other work.
      }).timeout(90_000);
    }
  }
});
