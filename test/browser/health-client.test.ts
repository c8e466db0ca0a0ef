import type { Gauge } from '@hale/widgets';
import { createHealthClient } from '@hale/widgets/client.js';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/languages/de.js';
import { expect } from 'chai';
import { FakeClock } from '../support/fake-clock.ts';
import { mountElement, textOf, unmountAll } from '../support/mount.ts';
import { PlayedApi, reportFor } from '../support/played-api.ts';
import { pretend } from '../support/pretend.ts';
import { until } from '../support/until.ts';

describe('a health client in a page', () => {
  afterEach(() => {
    unmountAll();
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
  });

  async function shown() {
    // A browser without a window, on a machine without a network, says so.
    pretend(document, 'visibilityState', 'visible');
    pretend(navigator, 'onLine', true);
    const [api, clock] = [new PlayedApi(), new FakeClock()];
    const client = createHealthClient({ baseUrl: '/api', subject: 'mira', fetch: api.fetch, clock });
    const gauge: Gauge = document.createElement('hale-gauge');
    gauge.account = 'averlund';
    gauge.label = 'Health';
    gauge.source = client;
    const mounted = mountElement(gauge, 320);
    await until(() => api.waiting.length === 1);
    api.last.answer(reportFor('averlund', { score: 41 }));
    await mounted;
    await until(() => textOf(gauge).includes('41'));
    return { api, clock, client, gauge };
  }

  it('takes what one person was told off the page when another signs in, and leaves the widget where it is', async () => {
    const { api, client, gauge } = await shown();
    const inside = gauge.shadowRoot?.firstElementChild;
    client.update({ subject: 'kofi' });
    await until(() => !textOf(gauge).includes('41'));
    await until(() => api.waiting.length === 1);
    api.last.answer(reportFor('averlund', { score: 87 }));
    await until(() => textOf(gauge).includes('87'));
    expect(gauge.shadowRoot?.firstElementChild === inside).to.equal(true);
    client.destroy();
    await until(() => textOf(gauge).includes('The connection was ended'));
    expect(textOf(gauge)).not.to.include('87');
  });

  it('stays the same widget for another account, language and theme', async () => {
    const { api, client, gauge } = await shown();
    const inside = gauge.shadowRoot?.firstElementChild;
    gauge.account = 'brightwell';
    await until(() => api.waiting.length === 1);
    expect(textOf(gauge)).not.to.include('41');
    api.last.answer(reportFor('brightwell', { score: 63 }));
    await until(() => textOf(gauge).includes('63'));
    gauge.lang = 'de';
    gauge.style.setProperty('color-scheme', 'dark');
    await gauge.updateComplete;
    expect([gauge.shadowRoot?.firstElementChild === inside, api.asked.length]).to.deep.equal([true, 2]);
    client.destroy();
    await until(() => textOf(gauge).includes('Die Verbindung wurde beendet.'));
  });

  it('rests while the page is out of sight, and asks when it is seen again', async () => {
    const { api, clock, client } = await shown();
    pretend(document, 'visibilityState', 'hidden');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(clock.waits).to.deep.equal([]);
    clock.wind(600_000);
    expect(api.asked).to.have.length(1);
    pretend(document, 'visibilityState', 'visible');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await until(() => api.asked.length === 2);
    client.destroy();
  });

  it('rests without a network, asks when it is back, and hears nothing once it is destroyed', async () => {
    const { api, clock, client } = await shown();
    const net = (onLine: boolean) => {
      pretend(navigator, 'onLine', onLine);
      dispatchEvent(new Event(onLine ? 'online' : 'offline'));
    };
    net(false);
    clock.wind(600_000);
    expect(api.asked).to.have.length(1);
    net(true);
    await until(() => api.asked.length === 2);
    client.destroy();
    clock.wind(600_000);
    net(false);
    net(true);
    expect([api.asked.length, clock.waits]).to.deep.equal([2, []]);
  });
});
