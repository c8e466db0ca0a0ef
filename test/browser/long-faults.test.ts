import { createHealthClient, type HealthClientOptions } from '@hale/widgets/client.js';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/trend-line.js';
import '@hale/widgets/define/provider.js';
import { expect } from 'chai';
import { api, json, later, problem } from '../support/api.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { isIn, mountElement, textOf, unmountAll } from '../support/mount.ts';
import { pretend } from '../support/pretend.ts';
import { ready, reportOf } from '../support/reports.ts';
import { until } from '../support/until.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Faults that take their time, or that a page meets while it is open: the rest of those that are tried at a proxy. */
describe('faults of an open page that msw plays', () => {
  const { id, name } = ready().account;
  const newer = reportOf({ account: { id, name }, score: 63 });
  let clock = new FakeClock();
  let client: ReturnType<typeof createHealthClient> | null = null;
  let widgets: HTMLElement[] = [];
  /** What the source has said, without what repeats. */
  let states: string[] = [];
  let dueAt: number | null = null;

  before(() => api.start());
  after(() => api.stop());
  beforeEach(() => {
    clock = new FakeClock();
    pretend(document, 'visibilityState', 'visible');
    pretend(navigator, 'onLine', true);
    states = [];
    dueAt = null;
  });
  afterEach(() => {
    client?.destroy();
    unmountAll();
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
  });

  async function open(options: Partial<HealthClientOptions> = {}): Promise<void> {
    client = createHealthClient({ baseUrl: api.baseUrl, subject: 'mira', clock, random: () => 1, ...options });
    client.subscribe(id, (state) => {
      if (states.at(-1) !== state.status) states.push(state.status);
      dueAt = state.status === 'error' ? state.error.retryAt : null;
    });
    const provider = document.createElement('hale-provider');
    provider.source = client;
    widgets = (['hale-gauge', 'hale-trend-line'] as const).map((tag) => {
      const widget = document.createElement(tag);
      widget.account = id;
      return widget;
    });
    provider.append(...widgets);
    await mountElement(provider);
  }
  const are = (state: string) => until(() => widgets.every((widget) => isIn(widget, state)));
  const show = (text: string) => until(() => widgets.some((widget) => textOf(widget).includes(text)));
  /** Lets the time pass until the next try is due; tells how many ms that were. */
  async function nextTry(): Promise<number> {
    await until(() => dueAt !== null && dueAt > clock.now());
    const wait = (dueAt ?? 0) - clock.now();
    clock.wind(wait);
    return wait;
  }
  /** Tokens by number, and how many were asked for. */
  function tokens() {
    const given = { count: 0 };
    return { given, fetchToken: () => `token-${++given.count}` };
  }
  const bearerOf = (request: Request | undefined) => request?.headers.get('authorization');
  const ended = () => problem(401, 'The token has ended');

  it('are waited for: an answer that comes 10 s late', async () => {
    const late = later();
    api.answer(late.answer);
    await open();
    await until(() => api.requests.length === 1);
    clock.wind(10_000);
    await are('loading');
    late.give(json(ready()));
    await are('ready');
    expect(api.requests).to.have.length(1);
  });

  for (const [where, skew] of [
    ['an hour ahead', hour],
    ['an hour behind', -hour],
  ] as const) {
    it(`are outlasted where the clock of the page is ${where}: 429 with a date in Retry-After`, async () => {
      const server = clock.now() - skew;
      const [date, after] = [server, server + 5000].map((at) => new Date(at).toUTCString());
      api.answer(() =>
        api.requests.length > 1
          ? json(ready())
          : problem(429, 'Too many requests', undefined, { date: date ?? '', 'retry-after': after ?? '' }),
      );
      await open();
      await are('error');
      expect(await nextTry()).to.be.within(5000, 6000);
      await are('ready');
      expect(api.requests).to.have.length(2);
    });
  }

  it('are sat out: a page without a network keeps its report, asks for nothing, and asks at once when it is back', async () => {
    api.answer(() => json(api.requests.length > 1 ? newer : ready()));
    await open();
    await are('ready');
    pretend(navigator, 'onLine', false);
    dispatchEvent(new Event('offline'));
    clock.wind(3 * hour);
    expect(api.requests).to.have.length(1);
    await are('ready');
    pretend(navigator, 'onLine', true);
    dispatchEvent(new Event('online'));
    await show('63');
    expect(api.requests).to.have.length(2);
    expect(states).not.to.include('error');
  });

  it('are outlasted: a computer that sleeps for hours in the middle of a request', async () => {
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    api.answer(async () => {
      if (api.requests.length === 2) await asleep;
      return json(api.requests.length > 1 ? newer : ready());
    });
    await open();
    await are('ready');
    clock.wind(minute);
    await until(() => api.requests.length === 2);
    clock.wind(3 * hour);
    await are('stale');
    await show('too long');
    expect(await nextTry()).to.be.at.most(1000);
    await show('63');
    await are('ready');
    expect(api.requests).to.have.length(3);
    wake();
  });

  it('are not seen: a token that ends costs one new one', async () => {
    const { given, fetchToken } = tokens();
    api.answer((request) =>
      api.requests.length > 1 && bearerOf(request) === 'Bearer token-1' ? ended() : json(ready()),
    );
    await open({ fetchToken });
    await are('ready');
    clock.wind(minute);
    await until(() => api.requests.length === 3);
    await until(() => states.at(-1) === 'ready');
    expect(api.requests.map(bearerOf)).to.deep.equal(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
    expect(given.count).to.equal(2);
    expect(states).not.to.include('error');
  });

  it('are outlasted: a server that starts anew, with other keys', async () => {
    const { given, fetchToken } = tokens();
    api.answer((request) => {
      if (api.requests.length === 1) return json(ready());
      if (api.requests.length === 2) return problem(502, 'The server starts');
      return bearerOf(request) === 'Bearer token-1' ? ended() : json(newer);
    });
    await open({ fetchToken });
    await are('ready');
    clock.wind(minute);
    await are('stale');
    expect(await nextTry()).to.be.at.most(1000);
    await show('63');
    expect([api.requests.length, given.count]).to.deep.equal([4, 2]);
  });

  it('are not seen: a token that ends while changes are streamed, and the change that came meanwhile', async () => {
    const { given, fetchToken } = tokens();
    api.answer(() => json(api.requests.length > 1 ? newer : ready()));
    api.stream((request) => {
      if (api.streams.length > 1 && bearerOf(request) === 'Bearer token-1') return ended();
      const text = ['id: 7\n\n', `id: 8\nevent: changed\ndata: {"accounts":["${id}"]}\n\n`][given.count - 1] ?? ':\n\n';
      return new Response(text, { headers: { 'content-type': 'text/event-stream' } });
    });
    await open({ fetchToken, stream: 'v1/stream' });
    await are('ready');
    await until(() => api.streams.length === 1 && clock.waits.includes(1000));
    clock.wind(1000);
    await show('63');
    expect(
      api.streams.slice(0, 3).map((request) => [bearerOf(request), request.headers.get('last-event-id')]),
    ).to.deep.equal([
      ['Bearer token-1', null],
      ['Bearer token-1', '7'],
      ['Bearer token-2', '7'],
    ]);
    expect(states).not.to.include('error');
  });
});
