import type { ErrorDetail, ReportDetail } from '@hale/widgets';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/provider.js';
import { fetchSource } from '@hale/widgets/sources/fetch.js';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { api, json, problem } from '../support/api.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready, reportOf, thriving } from '../support/reports.ts';
import { arrived, failed, told } from '../support/sources.ts';

const named = (id: string, score: number) => reportOf({ account: { id, name: id }, score });

/** A gauge that listens to a source for an account. */
async function listening(source: ReturnType<typeof told>, width?: number) {
  const element = document.createElement('hale-gauge');
  element.source = source;
  element.account = 'a';
  return mountElement(element, width);
}

/** Resolves once a widget is in a state. */
async function reaches(element: Element, state: string): Promise<void> {
  for (let frame = 0; frame < 300; frame++) {
    if (isIn(element, state)) return;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`It is not ${state} after 300 frames, but shows "${textOf(element)}".`);
}

describe('a widget and its source', () => {
  before(() => api.start());
  after(() => api.stop());
  afterEach(unmountAll);

  it('five widgets on one account cost one request', async () => {
    api.answer(() => json(ready()));
    const box = await mount('<hale-provider></hale-provider>');
    const provider = document.querySelector('hale-provider');
    if (!provider) throw new Error('The provider should be there.');
    provider.append(...Array.from({ length: 5 }, () => document.createElement('hale-gauge')));
    for (const gauge of provider.querySelectorAll('hale-gauge')) gauge.account = 'averlund';
    provider.source = fetchSource({ baseUrl: api.baseUrl });
    await Promise.all([...box.querySelectorAll('hale-gauge')].map((gauge) => reaches(gauge, 'ready')));
    expect(api.requests).to.have.length(1);
  });

  it('recovers by the button from a failure, which it puts into words', async () => {
    api.answer(() => problem(503, 'Down for repair'));
    const element = document.createElement('hale-gauge');
    element.source = fetchSource({ baseUrl: api.baseUrl });
    element.account = 'averlund';
    await mountElement(element, 240);
    await reaches(element, 'error');
    expect(textOf(element)).to.include('Down for repair.');
    api.answer(() => json(ready()));
    const button = part<HTMLButtonElement>(element, 'retry');
    expect(button.getBoundingClientRect().height).to.be.at.least(24);
    button.focus();
    button.click();
    await reaches(element, 'ready');
    expect(api.requests).to.have.length(1);
    // Who pressed the button with a key is not thrown back to the top of the page.
    await settled(element);
    expect(element.shadowRoot?.activeElement === part(element, 'base')).to.equal(true);
  });

  it('shows another account without a trace of the last one', async () => {
    const element = document.createElement('hale-gauge');
    element.source = memorySource([named('a', 62), named('b', 91)]);
    element.account = 'a';
    await mountElement(element, 240);
    expect(textOf(element)).to.include('62');
    const source = told();
    element.source = source;
    await settled(element);
    expect(isIn(element, 'loading')).to.equal(true);
    expect(textOf(element)).to.not.include('62');
    source.tell(arrived(named('a', 33)));
    await settled(element);
    element.account = 'c';
    source.tell({ status: 'loading' });
    await settled(element);
    expect(textOf(element)).to.not.include('33');
    expect(source.listening).to.deep.equal(['c']);
  });

  it('shows nothing of an account it has left while the next one is silent', async () => {
    const element = document.createElement('hale-gauge');
    element.source = {
      subscribe(id, hear) {
        if (id === 'a') hear(arrived(named('a', 62)));
        return () => {};
      },
    };
    element.account = 'a';
    await mountElement(element, 240);
    element.account = 'b';
    await settled(element);
    expect(isIn(element, 'loading')).to.equal(true);
    expect(textOf(element)).to.not.include('62');
  });

  it('does not listen to what an account it has left still says', async () => {
    const hears: ((score: number) => void)[] = [];
    const element = document.createElement('hale-gauge');
    element.source = {
      subscribe(id, hear) {
        hears.push((score) => hear(arrived(named(id, score))));
        return () => {};
      },
    };
    element.account = 'a';
    await mountElement(element, 240);
    element.account = 'b';
    await settled(element);
    hears[1]?.(22);
    hears[0]?.(11);
    await settled(element);
    expect(part(element, 'figure').textContent).to.equal('22');
  });

  it('stops listening when it is taken out, and listens again when it is put back', async () => {
    const source = told(arrived(ready()));
    const element = await listening(source);
    const { parentElement } = element;
    element.remove();
    expect(source.listening).to.deep.equal([]);
    source.tell(arrived(thriving()));
    parentElement?.append(element);
    await settled(element);
    expect(source.listening).to.deep.equal(['a']);
    expect(part(element, 'figure').textContent).to.equal('94');
  });

  it('keeps its request when it is moved within the page', async () => {
    api.answer(() => json(ready()));
    const element = document.createElement('hale-gauge');
    element.source = fetchSource({ baseUrl: api.baseUrl });
    element.account = 'averlund';
    await mountElement(element);
    await reaches(element, 'ready');
    const other = await mount('<div></div>');
    other.append(element);
    await settled(element);
    expect(isIn(element, 'ready')).to.equal(true);
    expect(api.requests).to.have.length(1);
  });

  it('lets go of its source when it is given a report, and takes it up again after', async () => {
    const source = told(arrived(ready()));
    const element = await listening(source, 240);
    element.report = thriving();
    await settled(element);
    expect(source.listening).to.deep.equal([]);
    expect(part(element, 'figure').textContent).to.equal('94');
    element.report = null;
    await settled(element);
    expect(part(element, 'figure').textContent).to.equal('62');
  });

  it('keeps the old figure, marked as old, when a later request fails', async () => {
    const source = told(arrived(ready()));
    const element = await listening(source, 240);
    source.tell(failed(ready()));
    await settled(element);
    expect(isIn(element, 'stale')).to.equal(true);
    expect(isIn(element, 'ready')).to.equal(false);
    expect(textOf(element)).to.match(/62.*old.*There is no connection to the server\./);
    part<HTMLButtonElement>(element, 'retry').click();
    expect(source.refreshed).to.deep.equal(['a']);
  });

  it('says so when a source fails, and tries it again on demand', async () => {
    const { error } = console;
    console.error = () => {};
    let works = false;
    const element = document.createElement('hale-gauge');
    element.source = {
      subscribe(_, hear) {
        if (!works) throw new Error('not ready');
        hear(arrived(ready()));
        return () => {};
      },
    };
    element.account = 'a';
    await mountElement(element, 240);
    console.error = error;
    expect(textOf(element)).to.include('The source failed.');
    works = true;
    part<HTMLButtonElement>(element, 'retry').click();
    await settled(element);
    expect(isIn(element, 'ready')).to.equal(true);
  });

  it('asks anew a source that cannot refresh', async () => {
    let subscriptions = 0;
    const element = document.createElement('hale-gauge');
    element.source = {
      subscribe(_, hear) {
        subscriptions++;
        hear(failed());
        return () => {};
      },
    };
    element.account = 'a';
    await mountElement(element);
    part<HTMLButtonElement>(element, 'retry').click();
    await settled(element);
    expect(subscriptions).to.equal(2);
  });

  it('tells the page of each report and each failure, once, through shadow roots', async () => {
    const heard: (readonly [string, ReportDetail | ErrorDetail])[] = [];
    const box = await mount('<div></div>', 240);
    const root = box.attachShadow({ mode: 'open' });
    box.addEventListener('hale-report', (event) => heard.push(['report', event.detail]));
    box.addEventListener('hale-error', (event) => heard.push(['error', event.detail]));
    const source = told();
    const element = document.createElement('hale-gauge');
    element.source = source;
    element.account = 'a';
    root.append(element);
    await settled(element);
    const report = ready();
    source.tell(arrived(report));
    await settled(element);
    source.tell(arrived(report));
    await settled(element);
    source.tell(failed(report));
    await settled(element);
    expect(heard.map(([name]) => name)).to.deep.equal(['report', 'error']);
    expect(heard[0]?.[1]).to.deep.equal({ account: 'a', report, state: 'ready' });
    expect(heard[1]?.[1]).to.deep.equal({
      account: 'a',
      report,
      error: { code: 'network', message: 'The server could not be reached.', retryAt: null },
    });
  });

  it('takes exactly the room while it loads that the report will need', async () => {
    for (const [width, layout] of [[80], [120], [240], [320], [480], [1200], [240, 'row']] as const) {
      const source = told();
      const element = await listening(source, width);
      element.label = 'Averlund Freight';
      if (layout) element.layout = layout;
      await settled(element);
      const before = element.getBoundingClientRect().height;
      source.tell(arrived(ready()));
      await settled(element);
      expect(element.getBoundingClientRect().height, `at ${width}`).to.equal(before);
    }
  });

  it('leaves nothing behind when it is taken out', async () => {
    const source = told(arrived(ready()));
    const counts = { document: 0, observers: 0 };
    const { addEventListener, removeEventListener } = document;
    const { observe, disconnect } = ResizeObserver.prototype;
    document.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      counts.document++;
      addEventListener.apply(document, args);
    };
    document.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      counts.document--;
      removeEventListener.apply(document, args);
    };
    const watching = new Set<ResizeObserver>();
    ResizeObserver.prototype.observe = function (...args) {
      watching.add(this);
      observe.apply(this, args);
    };
    ResizeObserver.prototype.disconnect = function () {
      watching.delete(this);
      disconnect.apply(this);
    };
    const element = await listening(source);
    await settled(element);
    expect(watching.size).to.equal(1);
    element.remove();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    document.addEventListener = addEventListener;
    document.removeEventListener = removeEventListener;
    Object.assign(ResizeObserver.prototype, { observe, disconnect });
    expect(counts.document).to.equal(0);
    expect(watching.size).to.equal(0);
    expect(source.listening).to.deep.equal([]);
  });
});
