import '@hale/widgets/define';
import { expect } from 'chai';
import { leaksOf } from '../support/leaks.ts';
import { mountElement, settled, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import { arrived, told } from '../support/sources.ts';

describe('a widget taken out', () => {
  afterEach(unmountAll);

  for (const tag of [
    'hale-gauge',
    'hale-trend-line',
    'hale-activity-dots',
    'hale-risk-flags',
    'hale-status',
    'hale-breakdown',
    'hale-what-changed',
  ] as const) {
    it(`leaves nothing behind: <${tag}>`, async () => {
      const source = told(arrived(ready()));
      const leaks = await leaksOf(async () => {
        const element = document.createElement(tag);
        element.source = source;
        element.account = 'averlund';
        await mountElement(element);
        element.remove();
      });
      expect(leaks).to.deep.equal({ listeners: [], observers: 0 });
      expect(source.listening).to.deep.equal([]);
    });
  }

  for (const [tag, found] of [
    ['hale-trend-line', '.figure-now'],
    ['hale-activity-dots', '.figure-now'],
    ['hale-risk-flags', '.figure-now'],
    ['hale-status', '[part~="figure"]'],
    ['hale-breakdown', '[part~="total"]'],
  ] as const) {
    it(`works again when it is put back: <${tag}>`, async () => {
      const element = document.createElement(tag);
      element.report = ready();
      await mountElement(element, 480);
      const { parentElement } = element;
      element.remove();
      parentElement?.style.setProperty('width', '120px');
      parentElement?.append(element);
      await settled(element);
      await settled(element);
      expect(element.shadowRoot?.querySelector(found)).to.not.equal(null);
    });
  }
});
