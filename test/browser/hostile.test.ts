import { parsePortfolio, parseReport } from '@hale/core/report';
import { parseBacktest } from '@hale/core/validation';
import * as widgets from '@hale/widgets';
import { expect } from 'chai';
import fc from 'fast-check';
import { listed } from '../support/accounts.ts';
import { skilled } from '../support/backtests.ts';
import { fourWeeksBefore } from '../support/change.ts';
import { fullestGrid, fullestPortfolio, fullestReport } from '../support/fullest.ts';
import { grid } from '../support/grids.ts';
import { hostileTexts, spoilt } from '../support/hostile-texts.ts';
import '../support/every-element.ts';
import { mountElement, settled, textOf, unmountAll } from '../support/mount.ts';
import { portfolio } from '../support/portfolios.ts';
import { foreseen, hostile, ready } from '../support/reports.ts';
import { viewOf } from '../support/view.ts';

/** What the list of widgets exports of each: enough to make one, and to know what it can be given. */
interface Registered {
  readonly tag: string;
  readonly properties: Readonly<Record<string, { readonly attribute?: boolean | string }>>;
}
const registered = Object.values(widgets).flatMap((one) =>
  typeof one === 'function' && 'tag' in one && 'properties' in one ? [one as unknown as Registered] : [],
);

/** What a page itself provides, and no data comes in. */
const code = ['source', 'fetchToken', 'src'];

/** Documents as they are, each with what reads it. */
const documents: readonly (readonly [object, (value: unknown) => unknown])[] = [
  [foreseen(ready()), parseReport],
  [skilled(), parseBacktest],
  [portfolio(), parsePortfolio],
];
/** Elements that have no business in a widget, of which text that became markup would make some. */
const foreign = 'script, img, iframe, object, embed, form, base, meta, animate, template';
/** Elements of one widget at most, whatever it is given, before anything is pressed. */
const mostElements = 2000;
/** With its table open, too, which is whole: 500 lines of eight columns, as many as a report may have of a score's. */
const mostOpened = 15_000;

const own = Object.getOwnPropertyNames(Object.prototype).join();

describe('every widget', () => {
  let harmed: string[];
  const fail = (event: Event) => {
    // Nobody can do anything about it, and nothing is lost: the specification says so.
    if (event instanceof ErrorEvent && event.message.startsWith('ResizeObserver loop')) return;
    harmed.push(event instanceof ErrorEvent ? event.message : String(Reflect.get(event, 'reason')));
  };
  const { error, warn } = console;

  beforeEach(() => {
    harmed = [];
    Object.assign(globalThis, { harm: () => harmed.push('a script ran') });
    addEventListener('error', fail);
    addEventListener('unhandledrejection', fail);
    // Widgets say there what they were given.
    console.error = () => {};
    console.warn = () => {};
  });
  afterEach(() => {
    unmountAll();
    removeEventListener('error', fail);
    removeEventListener('unhandledrejection', fail);
    Object.assign(console, { error, warn });
    expect(Object.getOwnPropertyNames(Object.prototype).join()).to.equal(own);
    expect(harmed).to.deep.equal([]);
  });

  /** Fails where something of an element is more than text, or is more than anybody can draw. */
  function expectHarmless(element: Element, most: number): void {
    const all = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
    expect(all.length, element.localName).to.be.at.most(most);
    const strange = all.flatMap((one) => [
      ...(one.matches(foreign) ? [one.localName] : []),
      ...[...one.attributes].flatMap(({ name, value }) =>
        /^(on|srcdoc)/.test(name) || (/href$|^src$|action$/.test(name) && !/^(https?:|mailto:|#|blob:)/.test(value))
          ? [`${one.localName} ${name}=${value.slice(0, 80)}`]
          : [],
      ),
    ]);
    expect(strange, element.localName).to.deep.equal([]);
    expect(textOf(element)).not.to.match(/\[object |NaN/);
  }
  /** Shows elements beside each other, opens all that can be opened, and looks at what they made of what they were given. */
  async function expectHarmlessAll(elements: readonly HTMLElement[]): Promise<void> {
    const box = document.createElement('div');
    box.append(...elements);
    await mountElement(box, 480);
    for (const element of elements) expectHarmless(element, mostElements);
    for (const { shadowRoot } of elements)
      for (const opener of shadowRoot?.querySelectorAll<HTMLElement>('summary, [aria-expanded="false"]') ?? [])
        opener.click();
    await settled(box);
    for (const element of elements) expectHarmless(element, mostOpened);
    unmountAll();
  }
  /** An element of each widget for each of its properties that takes a document, with that document. */
  const each = (given: unknown): HTMLElement[] =>
    registered.flatMap(({ tag, properties }) =>
      Object.entries(properties).flatMap(([name, { attribute = true }]) =>
        attribute === false && !code.includes(name)
          ? [Object.assign(document.createElement(tag), { [name]: given })]
          : [],
      ),
    );
  /** Elements that show a document together with another one, or in another way than by themselves. */
  const besideOthers = (given: unknown): HTMLElement[] => {
    const changed = [
      { report: given, earlier: fourWeeksBefore() },
      { report: ready(), earlier: given },
    ].map((both) => Object.assign(document.createElement('hale-what-changed'), both));
    const views = ['sales', 'product', 'customer'].flatMap((view) =>
      [{ report: given }, { report: ready(), facts: given }].map((shown) =>
        Object.assign(document.createElement('hale-role-view'), { view, ...shown }),
      ),
    );
    return [...changed, ...views];
  };
  /** An element of each widget all of whose attributes are a text. */
  const inAttributes = (text: string): HTMLElement[] =>
    registered.map(({ tag, properties }) => {
      const element = document.createElement(tag);
      for (const [name, { attribute = true }] of Object.entries(properties)) {
        if (attribute === false || code.includes(name)) continue;
        element.setAttribute(attribute === true ? name.toLowerCase() : attribute, text);
      }
      return element;
    });

  it('is tried', () => {
    expect(registered.map(({ tag }) => tag)).to.include.members(['hale-gauge', 'hale-backtest', 'hale-segment-bars']);
  });

  for (const [what, text] of hostileTexts) {
    it(`shows ${what} as text, wherever a document or an attribute has it`, async () => {
      const given = documents.map(([document, accepts]) => spoilt(document, text, accepts));
      await expectHarmlessAll(given.flatMap(each));
      await expectHarmlessAll(inAttributes(text));
      const [report] = given;
      await expectHarmlessAll(inAttributes(text).map((element) => Object.assign(element, { report })));
    }).timeout(30_000);
  }

  for (const [what, given] of hostile) {
    it(`stands ${what} for whatever document it takes`, () => expectHarmlessAll(each(given))).timeout(30_000);
  }

  it('draws no more than a page can at once of the fullest documents there may be', async () => {
    for (const given of [fullestReport(), fullestPortfolio(), fullestGrid()]) {
      for (const width of [320, 1200]) {
        const box = document.createElement('div');
        box.append(...each(given));
        await mountElement(box, width);
        for (const element of box.children) expectHarmless(element, mostElements);
        unmountAll();
      }
    }
  }).timeout(30_000);

  it('stands a document of which anything is another thing', async () => {
    const whole = [...documents.map(([document]) => document), viewOf(), listed(6), grid()];
    const places = whole.map((document) => pathsOf(document));
    const change = fc.tuple(fc.nat(), fc.anything({ withNullPrototype: true, maxDepth: 2 }));
    const drawn = fc.tuple(fc.nat(whole.length - 1), fc.array(change, { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(drawn, async ([at, changes]) => {
        const document = structuredClone(whole[at] ?? {});
        const paths = places[at] ?? [];
        for (const [place, value] of changes) put(document, paths[place % paths.length] ?? [], value);
        await expectHarmlessAll([...each(document), ...besideOthers(document)]);
        expect(harmed).to.deep.equal([]);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    );
  }).timeout(120_000);
});

/** Where something stands in a document: the keys that lead to it. */
function pathsOf(node: object, before: readonly string[] = []): string[][] {
  return Object.entries(node).flatMap(([key, value]) => {
    const path = [...before, key];
    return typeof value === 'object' && value !== null ? [path, ...pathsOf(value, path)] : [path];
  });
}

function put(document: object, path: readonly string[], value: unknown): void {
  const last = path.at(-1);
  let node: unknown = document;
  for (const key of path.slice(0, -1)) node = typeof node === 'object' && node !== null ? Reflect.get(node, key) : null;
  if (typeof node === 'object' && node !== null && last !== undefined) Reflect.set(node, last, value);
}
