import { createHealthClient } from '@hale/widgets/client.js';
import '@hale/widgets/define';
import { german } from '@hale/widgets/languages/de.js';
import { type Answering, cutOff, failing, first, malformed, unreachable } from '@hale/widgets/testing';
import { expect } from 'chai';
import { api, json } from '../support/api.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { type Fault, type FaultName, faults } from '../support/faults.ts';
import { isIn, mountElement, textOf, unmountAll } from '../support/mount.ts';
import { pretend } from '../support/pretend.ts';
import { ready } from '../support/reports.ts';
import { until } from '../support/until.ts';

const titled = (says: string) => says.replace(/\.$/, '');

/** Whatever never comes, comes after its test: msw waits for it when it stops. */
let over = Promise.resolve();
let end = () => {};

/** An answer whose body comes in parts, and then stops. */
const inParts = (parts: Uint8Array<ArrayBuffer>[]): Response => {
  const pull = async (controller: ReadableStreamDefaultController) => {
    const part = parts.pop();
    if (part) return controller.enqueue(part);
    await over;
    controller.close();
  };
  return new Response(new ReadableStream({ pull }), { headers: { 'content-type': 'application/json' } });
};
const half = (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  response.arrayBuffer().then((bytes) => new Uint8Array(bytes.slice(0, bytes.byteLength / 2)));

/** What msw plays of the faults that a proxy has made between a browser and a server. */
const played: Readonly<Record<FaultName, Answering>> = {
  'reset in the body': unreachable(),
  async 'no answer'(usual) {
    await over;
    return usual();
  },
  async 'stalled body'(usual) {
    return inParts([await half(usual())]);
  },
  'cut off': cutOff(),
  'wrong types': malformed({ ...ready(), score: 'high', trend: 7 }),
  // Engines whose streams do not cross from the page to its worker take it whole: no 50 MB for them.
  'too large': () => new Response(new Uint8Array(1_500_000).fill(32)),
  'three 500s': failing(500, titled(faults['three 500s'].says)),
  'too many': failing(429, titled(faults['too many'].says), 5),
};

describe('faults that msw plays', () => {
  const clock = new FakeClock();
  const id = ready().account.id;
  const tags = ['hale-gauge', 'hale-trend-line', 'hale-risk-flags'] as const;
  let client: ReturnType<typeof createHealthClient> | null = null;
  let widgets: HTMLElement[] = [];
  let dueAt: number | null = null;

  before(() => api.start());
  after(() => api.stop());
  beforeEach(() => {
    over = new Promise((resolve) => {
      end = resolve;
    });
    // A browser without a window, on a machine without a network, says so.
    pretend(document, 'visibilityState', 'visible');
    pretend(navigator, 'onLine', true);
    dueAt = null;
  });
  afterEach(() => {
    client?.destroy();
    end();
    unmountAll();
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
  });

  /** Widgets on one account, behind one client. */
  async function open(): Promise<void> {
    client = createHealthClient({ baseUrl: api.baseUrl, subject: 'mira', clock, random: () => 1 });
    client.subscribe(id, (state) => {
      dueAt = state.status === 'error' ? state.error.retryAt : null;
    });
    const provider = document.createElement('hale-provider');
    provider.source = client;
    widgets = tags.map((tag) => {
      const widget = document.createElement(tag);
      widget.account = id;
      return widget;
    });
    provider.append(...widgets);
    await mountElement(provider);
  }
  const are = (state: string) => until(() => widgets.every((widget) => isIn(widget, state)));

  for (const name of Object.keys(faults) as FaultName[]) {
    const { says, times = 1, patience = 0, within }: Fault = faults[name];
    it(`are outlasted: ${name}`, async () => {
      const answer = first(times, played[name]);
      api.answer(() => answer(() => json(ready())));
      await open();
      if (patience) {
        await until(() => api.requests.length === 1);
        clock.wind(patience);
      }
      await are('error');
      for (const widget of widgets) expect(textOf(widget)).to.include(says);
      let waited = 0;
      for (let failed = 1; failed <= times; failed++) {
        await until(() => dueAt !== null && dueAt > clock.now());
        const wait = (dueAt ?? 0) - clock.now();
        waited += wait;
        clock.wind(wait - 1);
        expect(api.requests).to.have.length(failed);
        clock.wind(1);
      }
      await are('ready');
      expect([waited, api.requests.length]).to.deep.equal([within, times + 1]);
    });
  }

  it('are told in the language of the reader, their cause to whoever looks for it', async () => {
    document.documentElement.lang = 'de';
    const causes: string[] = [];
    const hear = (event: HTMLElementEventMap['hale-error']) => causes.push(event.detail.error.message);
    document.body.addEventListener('hale-error', hear);
    const answers: [Answering, string, RegExp][] = [
      [played['wrong types'], german.state.why.malformed, /^The answer is not a report: score must be/],
      [played['cut off'], german.state.why.malformed, /^The answer is not JSON/],
      [played['too large'], german.state.why['too-large'], /^The answer is larger than 1000000 bytes/],
      [played['reset in the body'], german.state.why.network, /^The server could not be reached/],
    ];
    for (const [answer, says, cause] of answers) {
      api.answer(() => answer(() => json(ready())));
      await open();
      await are('error');
      await until(() => widgets.every((widget) => textOf(widget).includes(says)));
      expect(causes).to.have.length(widgets.length);
      for (const one of causes.splice(0)) expect(one).to.match(cause);
      for (const widget of widgets) expect(textOf(widget)).not.to.match(/The (server|answer)/);
      unmountAll();
      client?.destroy();
    }
    document.body.removeEventListener('hale-error', hear);
    document.documentElement.lang = 'en';
  });

  it('are outlasted for as long as somebody looks', async () => {
    const answer = first(12, failing(503, 'Out of order'));
    api.answer(() => answer(() => json(ready())));
    await open();
    const waits: number[] = [];
    while (waits.length < 12) {
      await until(() => dueAt !== null && dueAt > clock.now());
      const wait = (dueAt ?? 0) - clock.now();
      waits.push(wait / 1000);
      clock.wind(wait);
    }
    await are('ready');
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120, 120]);
  });
});
