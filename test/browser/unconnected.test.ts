import '@hale/widgets/define/gauge.js';
import type { HealthSource } from '@hale/widgets';
import { expect } from 'chai';
import { isIn, mountElement, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';

// Nothing here may import a source at the top: the first to do so connects every widget on the page.
const source: HealthSource = {
  subscribe(_, hear) {
    hear({ status: 'ready', report: ready(), receivedAt: 0 });
    return () => {};
  },
};

describe('a gauge on a page that brought nothing which listens to sources', () => {
  afterEach(unmountAll);

  it('says what a source written by hand needs, and shows its report once it has that', async () => {
    const errors: string[] = [];
    const gauge = document.createElement('hale-gauge');
    gauge.addEventListener('hale-error', ({ detail }) => errors.push(detail.error.message));
    gauge.source = source;
    gauge.account = 'a';
    await mountElement(gauge, 240);
    expect(isIn(gauge, 'error')).to.equal(true);
    expect(errors).to.deep.equal([
      'Nothing here listens to sources: give this one to ownSource of @hale/widgets/sources/own.js.',
    ]);
    expect(textOf(gauge)).to.not.include('Try again');

    const waiting = document.createElement('hale-gauge');
    waiting.account = 'b';
    await mountElement(waiting, 240);
    expect(textOf(waiting)).to.include('Not connected');

    const { ownSource } = await import('@hale/widgets/sources/own.js');
    expect(ownSource(source)).to.equal(source);
    await settled(gauge);
    expect(isIn(gauge, 'ready')).to.equal(true);
    expect(errors).to.have.length(1);

    await import('@hale/widgets/define/provider.js');
    const provider = document.createElement('hale-provider');
    provider.source = source;
    const box = waiting.parentElement as Element;
    box.append(provider);
    provider.append(waiting);
    await settled(waiting);
    expect(isIn(waiting, 'ready')).to.equal(true);
  });
});
