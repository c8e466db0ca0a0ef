import '@hale/widgets/define';
import { expect } from 'chai';
import { isIn, mountElement, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';

describe('registering all that show one account', () => {
  afterEach(unmountAll);

  // Nothing here may import a source: it would connect the widgets on the page by itself.
  it('has them listen to a source written by hand, without any provider', async () => {
    const gauge = document.createElement('hale-gauge');
    gauge.source = {
      subscribe(_, hear) {
        hear({ status: 'ready', report: ready(), receivedAt: 0 });
        return () => {};
      },
    };
    gauge.account = 'a';
    await mountElement(gauge, 240);
    expect(isIn(gauge, 'ready')).to.equal(true);
  });
});
