import { type Gauge, Provider, type Status } from '@hale/widgets';
import { createHealthClient, type HealthClientOptions } from '@hale/widgets/client.js';
import '@hale/widgets/define';
import '@hale/widgets/languages/de.js';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { FakeAttention } from '../support/fake-attention.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { isIn, mount, settled, textOf, unmountAll } from '../support/mount.ts';
import { PlayedApi, reportFor } from '../support/played-api.ts';
import { ready } from '../support/reports.ts';
import { until } from '../support/until.ts';

const markup = `<hale-provider>
  <hale-gauge label="Health"></hale-gauge>
  <hale-status account="other"></hale-status>
</hale-provider>`;

describe('a client that says what is shown', () => {
  afterEach(unmountAll);

  async function shown(options: Partial<HealthClientOptions> = {}) {
    const api = new PlayedApi();
    const edges = { fetch: api.fetch, clock: new FakeClock(), attention: new FakeAttention() };
    const client = createHealthClient({ baseUrl: '/api', subject: 'mira', account: 'first', ...edges, ...options });
    const provider = await mount<Provider>(markup, 320);
    const gauge = provider.querySelector('hale-gauge') as Gauge;
    const status = provider.querySelector('hale-status') as Status;
    provider.source = client;
    const answer = async (account: string, score: number) => {
      await until(() => api.waiting.some((one) => one.account === account));
      api.waiting.find((one) => one.account === account)?.answer(reportFor(account, { score }));
    };
    await answer('first', 41);
    await answer('other', 75);
    await until(() => textOf(gauge).includes('41') && textOf(status).includes('75'));
    return { api, client, provider, gauge, status, answer };
  }

  it('has the same widgets show another account, in another language and theme, with another token', async () => {
    let tokens = 0;
    const { api, client, gauge, status, answer } = await shown({ fetchToken: () => `token-${++tokens}` });
    const [inside, asked] = [gauge.shadowRoot?.firstElementChild, api.asked.length];
    const ground = () => getComputedStyle(gauge).colorScheme;
    const light = ground();
    client.update({ account: 'second', language: 'de', theme: 'dark', fetchToken: () => 'another' });
    expect([gauge.account, status.account]).to.deep.equal(['second', 'other']);
    await until(() => !textOf(gauge).includes('41'));
    await answer('second', 63);
    await until(() => textOf(gauge).includes('63'));
    expect(gauge.shadowRoot?.firstElementChild === inside).to.equal(true);
    expect(textOf(gauge)).to.include('Stand');
    expect([light, ground()]).to.deep.equal(['normal', 'dark']);
    const later = api.asked.slice(asked);
    expect(later.map(({ account }) => account))
      .to.include('second')
      .and.not.include('first');
    expect(new Set(later.map(({ headers }) => headers.get('authorization')))).to.deep.equal(
      new Set(['Bearer another']),
    );
    client.update({ language: null, theme: null });
    await settled(gauge);
    expect(textOf(gauge)).to.include('As of');
    expect(ground()).to.equal('normal');
    await client.destroy();
  });

  it('leaves a widget that has an account of its own, or is given one, and takes back what it gave', async () => {
    const { client, provider, gauge, status, answer } = await shown();
    gauge.account = 'mine';
    client.update({ account: 'second' });
    expect([gauge.account, status.account]).to.deep.equal(['mine', 'other']);
    const late = document.createElement('hale-gauge');
    provider.append(late);
    expect(late.account).to.equal('second');
    await answer('second', 52);
    await until(() => textOf(late).includes('52'));
    client.update({ account: null });
    await settled(provider);
    expect([late.account, isIn(late, 'idle')]).to.deep.equal([null, true]);
    client.update({ account: 'third' });
    late.remove();
    expect(late.account).to.equal(null);
    await client.destroy();
  });

  it('is followed by the nearest provider, while it is the source of it and on the page', async () => {
    const { client, provider, gauge } = await shown();
    const inner = document.createElement('hale-provider');
    const other = createHealthClient({
      baseUrl: '/api',
      subject: 'mira',
      account: 'first',
      attention: new FakeAttention(),
    });
    inner.source = other;
    provider.append(inner);
    await settled(inner);
    inner.append(gauge);
    expect(gauge.account).to.equal('first');
    provider.append(gauge);
    const { parentElement } = provider;
    provider.remove();
    client.update({ account: 'second', language: 'de', theme: 'dark' });
    expect([gauge.account, provider.lang]).to.deep.equal([null, '']);
    parentElement?.append(provider);
    expect([gauge.account, provider.lang]).to.deep.equal(['second', 'de']);
    provider.source = memorySource([ready()]);
    await settled(provider);
    expect([gauge.account, getComputedStyle(gauge).colorScheme]).to.deep.equal([null, 'normal']);
    client.update({ account: 'third' });
    expect(gauge.account).to.equal(null);
    await client.destroy();
    await other.destroy();
  });

  it('leaves the widgets inside to a provider that comes to life around them, with the account of that one', async () => {
    const { client, provider } = await shown();
    const late = document.createElement('test-late-provider');
    const inside = document.createElement('hale-gauge');
    late.append(inside);
    provider.append(late);
    expect(inside.account).to.equal('first');
    const own = {
      baseUrl: '/api',
      subject: 'mira',
      account: 'first',
      attention: new FakeAttention(),
      fetch: new PlayedApi().fetch,
    };
    const other = createHealthClient(own);
    Object.assign(late, { source: other });
    customElements.define('test-late-provider', class extends Provider {});
    await settled(provider);
    expect(inside.account).to.equal('first');
    client.update({ account: 'second' });
    expect(inside.account).to.equal('first');
    other.update({ account: 'third' });
    expect(inside.account).to.equal('third');
    await client.destroy();
    await other.destroy();
  });
});
