import '@hale/widgets/define/portfolio.js';
import { expect } from 'chai';
import { listed } from '../support/accounts.ts';
import { faults, paint } from '../support/axe.ts';
import { mountElement, settled, unmountAll } from '../support/mount.ts';

const given = {
  idle: {},
  ready: { portfolio: listed(200) },
  chosen: { portfolio: listed(20), account: 'a0', sort: 'account', tier: 'at-risk', href: '/accounts/{id}' },
  nothing: { portfolio: listed(20), search: 'nobody' },
  partial: { portfolio: { ...listed(3), accounts: [...(listed(3).accounts ?? []), null] } },
  empty: { portfolio: listed(0) },
  error: { portfolio: { schema: 'another' } },
} as const;

describe('<hale-portfolio> under axe', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, properties] of Object.entries(given)) {
      it(`has no fault when ${state}, in ${scheme}`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const width of [320, 1184]) {
          const element = Object.assign(document.createElement('hale-portfolio'), properties);
          await mountElement(element, width);
          await settled(element);
          found.push(...(await faults(element)));
          unmountAll();
        }
        expect(found).to.deep.equal([]);
      });
    }
  }
});
