import type { HealthSource } from '@hale/widgets';
import { expect } from 'chai';
import { widgetsIn } from '../support/every-widget.ts';
import { isIn, mountElement, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import type { Told } from '../support/sandboxed-page.ts';
import { arrived, told } from '../support/sources.ts';
import { until } from '../support/until.ts';

/** A window with nothing in it, and its document. */
function frame(): { frame: HTMLIFrameElement; inside: Document } {
  const made = document.createElement('iframe');
  made.width = '600';
  document.body.append(made);
  if (!made.contentDocument) throw new Error('A frame of this page has a document.');
  return { frame: made, inside: made.contentDocument };
}

describe('hosts of many kinds', () => {
  afterEach(() => {
    unmountAll();
    for (const left of document.querySelectorAll('iframe')) left.remove();
  });

  it('may hold two versions of the widgets: the first ones stay, both are named, and nothing is thrown', async () => {
    const { inside } = frame();
    inside.open();
    inside.write(`<!doctype html><html lang="en"><title>Host</title><script>
      var said = [];
      console.warn = console.error = function (words) { said.push(String(words)); };
      addEventListener('error', function (event) { said.push(event.message); });
    </script>
    <hale-provider><hale-gauge account="averlund" label="Health"></hale-gauge><hale-trend-line account="averlund"></hale-trend-line></hale-provider>
    <script type="module" src="/hosts/older.js"></script><script type="module" src="/hosts/hale.js"></script>`);
    inside.close();
    const own = inside.defaultView as (Window & { said?: string[]; customElements: CustomElementRegistry }) | null;
    await until(() => own?.customElements.get('hale-trend-line') !== undefined);
    const provider = inside.querySelector('hale-provider') as (HTMLElement & { source: HealthSource }) | null;
    if (provider) provider.source = told(arrived(ready()));
    // One from either version, below a provider of the older one.
    await until(() => [...(provider?.children ?? [])].every((one) => isIn(one, 'ready')));
    await until(() => (own?.said?.length ?? 0) >= 2);
    const named = /<(.*?)> is already defined, in version 9\.9\.9; version (?!9\.9)[\d.]+ is not used/;
    expect(own?.said?.map((words) => named.exec(words)?.[1]).sort()).to.deep.equal(['hale-gauge', 'hale-provider']);
  });

  // In a page whose script is bundled apart: this one's holds what tests import, too.
  it('find nothing of theirs among their globals but which versions of Lit are there', async () => {
    const { inside } = frame();
    const globals = () => Object.keys(inside.defaultView ?? {});
    const before = new Set(globals());
    const script = inside.createElement('script');
    script.type = 'module';
    script.src = '/hosts/hale.js';
    inside.body.append(script, inside.createElement('hale-gauge'));
    await until(() => inside.defaultView?.customElements.get('hale-trend-line') !== undefined);
    const left = globals().filter((name) => !before.has(name));
    expect(left.filter((name) => !/^(lit|reactive)\w+Versions$/.test(name)).join()).to.equal('');
  });

  it('may keep them in a sandbox that lets scripts run and nothing else', async function () {
    // It loads every widget once more, and browsers give a box of another origin fewer frames.
    this.timeout(60_000);
    const made = document.createElement('iframe');
    made.setAttribute('sandbox', 'allow-scripts');
    made.src = '/hosts/sandboxed.html';
    let hear = (_: MessageEvent): unknown => undefined;
    const heard = new Promise<Told>((resolve) => {
      // Others may write to this window first.
      hear = ({ data, source }) => source === made.contentWindow && resolve(data);
    });
    addEventListener('message', hear);
    document.body.append(made);
    const { texts, errors } = await heard;
    removeEventListener('message', hear);
    expect(errors).to.deep.equal([]);
    expect(texts.length).to.be.above(8);
    const silent = texts.filter(([, text]) => text === '');
    expect(silent).to.deep.equal([]);
    expect(texts.filter(([, text]) => /\d/.test(text)).length).to.be.above(8);
  });

  it('may keep them in shadow roots, open or closed, below a provider outside', async () => {
    await import('@hale/widgets/define');
    const provider = document.createElement('hale-provider');
    provider.source = told(arrived(ready()));
    const card = document.createElement('section');
    provider.append(card);
    const inner = document.createElement('div');
    card.attachShadow({ mode: 'open' }).append(inner);
    const gauge = document.createElement('hale-gauge');
    gauge.account = 'averlund';
    inner.attachShadow({ mode: 'closed' }).append(gauge);
    await mountElement(provider);
    await settled(gauge);
    await until(() => isIn(gauge, 'ready'));
    expect(textOf(gauge)).to.include('62');
    // Nothing of a closed root is told outside of it.
    provider.remove();
    expect(gauge.isConnected).to.equal(false);
  });

  it('may write their page piece by piece, in quirks mode, and put widgets in when these are long defined', async () => {
    const drawn = async (doctype: string) => {
      const { inside } = frame();
      inside.open();
      inside.write(`${doctype}<title>Old</title><table><tr><td><hale-gauge sco`);
      inside.write('re="72" label="Acme"></hale-gauge><script type="module" src="/hosts/hale.js"></scr');
      inside.write('ipt>');
      inside.close();
      await until(() => inside.defaultView?.customElements.get('hale-gauge') !== undefined);
      const late = inside.createElement('hale-status');
      late.setAttribute('score', '30');
      inside.body.append(late);
      const widgets = widgetsIn(inside);
      await until(() => widgets.length === 2 && widgets.every((one) => isIn(one, 'ready') && textOf(one) !== ''));
      return { mode: inside.compatMode, sizes: widgets.map((one) => one.getBoundingClientRect().height) };
    };
    const old = await drawn('');
    const standard = await drawn('<!doctype html>');
    expect([old.mode, standard.mode]).to.deep.equal(['BackCompat', 'CSS1Compat']);
    expect(old.sizes).to.deep.equal(standard.sizes);
    expect(Math.min(...old.sizes)).to.be.above(20);
  });
});
