import axe from 'axe-core';
import { expect } from 'chai';
import { fill } from '../support/every-widget.ts';
import { mountElement, textOf, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

/** What hosts write that is not meant for anybody else's elements, and meets them all the same. */
const rough = [
  '* { all: unset !important }',
  '* { display: contents !important }',
  '* { float: left !important; position: static !important; width: auto !important; margin: 0 !important }',
  '* { color: #fff !important; font-size: 1px !important; line-height: 0 !important }',
  '* { visibility: visible !important; letter-spacing: 0.5em !important; text-transform: uppercase !important; text-indent: 4em !important; white-space: nowrap !important }',
  'span, p, b, svg, path, button, table { display: none !important }',
];

/** A bit of everything that a page is made of. */
const bits = ['h1', 'p', 'a', 'b', 'ul', 'li', 'table', 'td', 'button', 'input', 'svg', 'div', 'section', 'dialog'];

describe('styles of the host and of the widgets', () => {
  const sheet = document.createElement('style');

  before(() => document.head.append(sheet));
  afterEach(() => {
    sheet.textContent = '';
    unmountAll();
  });
  after(() => sheet.remove());

  /** Every computed style of a page's own elements, and of what is before and after them. */
  function computed(box: Element): string[] {
    return [document.documentElement, document.body, ...box.children].flatMap((element) =>
      [null, '::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return `${element.localName}${pseudo ?? ''} ${[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
      }),
    );
  }

  it('of the widgets stay inside: a page’s own elements look as before', async () => {
    const box = document.createElement('div');
    // A width of its own: the page may come to need a scrollbar.
    box.style.setProperty('width', '300px');
    box.append(...bits.map((tag) => document.createElement(tag)));
    document.body.style.setProperty('block-size', '100px');
    document.documentElement.style.setProperty('overflow', 'hidden');
    document.body.append(box);
    const [before, sheets] = [computed(box), document.adoptedStyleSheets.length];
    await import('../support/every-element.ts');
    const widgets = await mounted();
    for (const widget of widgets) expect(textOf(widget) || widget.localName).to.not.equal('');
    expect(computed(box)).to.deep.equal(before);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
    box.remove();
    document.body.style.removeProperty('block-size');
    document.documentElement.style.removeProperty('overflow');
  });

  /** Every widget there is, drawn, in boxes of its own. */
  async function mounted(): Promise<Element[]> {
    const widgets = await import('@hale/widgets');
    const made = Object.values(widgets)
      .flatMap((one) => (typeof one === 'function' && 'tag' in one ? document.createElement(String(one.tag)) : []))
      .filter(fill);
    const box = document.createElement('section');
    box.append(...made);
    await mountElement(box, 600);
    return made;
  }

  for (const css of rough) {
    it(`of the host leave widgets legible: ${css}`, async function () {
      this.timeout(60_000);
      await import('../support/every-element.ts');
      sheet.textContent = css;
      const widgets = await mounted();
      await until(() => widgets.every((widget) => textOf(widget) !== ''));
      expect(widgets.filter((widget) => /\d/.test(textOf(widget))).length).to.be.above(8);
      const wrong: string[] = [];
      for (const widget of widgets) for (const small of smallest(widget)) wrong.push(`${widget.localName}: ${small}`);
      const { violations } = await axe.run(
        { include: widgets },
        { runOnly: 'color-contrast', resultTypes: ['violations'] },
      );
      for (const { nodes } of violations) for (const { html } of nodes) wrong.push(`contrast: ${html.slice(0, 160)}`);
      expect(wrong).to.deep.equal([]);
    });
  }

  it('of the host that words inherit change no word of a widget', async () => {
    await import('../support/every-element.ts');
    const inherited = {
      'font-style': 'italic',
      'letter-spacing': '0.2em',
      'word-spacing': '0.4em',
      'text-align': 'center',
      'text-indent': '2em',
      'text-transform': 'uppercase',
      'white-space': 'pre',
    };
    /** How the words of each widget are set. */
    const words = async () =>
      (await mounted()).map((widget) => {
        const walker = document.createTreeWalker(widget.shadowRoot ?? widget, NodeFilter.SHOW_TEXT);
        const found: string[] = [widget.localName];
        while (walker.nextNode()) {
          const parent = walker.currentNode.parentElement;
          const text = walker.currentNode.textContent?.trim();
          if (!parent || !text || parent.localName === 'style') continue;
          const style = getComputedStyle(parent);
          found.push(`${text}: ${Object.keys(inherited).map((name) => style.getPropertyValue(name))}`);
        }
        return found.join('\n');
      });
    const own = await words();
    unmountAll();
    const rules = Object.entries(inherited).map(([name, value]) => `${name}: ${value}`);
    sheet.textContent = `* { ${rules.map((rule) => `${rule} !important`).join('; ')} }`;
    expect(await words()).to.deep.equal(own);
    sheet.textContent = `section { ${rules.join('; ')} }`;
    unmountAll();
    expect(await words()).to.deep.equal(own);
  });

  /** Texts that are smaller than anybody reads, or lie over one another. */
  function smallest(widget: Element): string[] {
    const found: string[] = [];
    const walker = document.createTreeWalker(widget.shadowRoot ?? widget, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.getClientRects().length || !textContent?.trim()) continue;
      if (parentElement.closest('.unseen')) continue;
      const { fontSize, lineHeight } = getComputedStyle(parentElement);
      if (Number.parseFloat(fontSize) < 10) found.push(`${fontSize} “${textContent.trim()}”`);
      else if (Number.parseFloat(lineHeight) < 10) found.push(`lines of ${lineHeight} “${textContent.trim()}”`);
    }
    return found;
  }
});
