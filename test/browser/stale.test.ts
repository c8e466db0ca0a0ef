import type { SourceState } from '@hale/widgets';
import * as widgets from '@hale/widgets';
import { arabic } from '@hale/widgets/languages/ar.js';
import { german } from '@hale/widgets/languages/de.js';
import { spanish } from '@hale/widgets/languages/es.js';
import { french } from '@hale/widgets/languages/fr.js';
import { japanese } from '@hale/widgets/languages/ja.js';
import { expect } from 'chai';
import '../support/every-element.ts';
import { isIn, mountElement, unmountAll } from '../support/mount.ts';
import { reportOf } from '../support/reports.ts';
import { failed, told } from '../support/sources.ts';
import { statesOf } from '../support/widget-states.ts';

const catalogues = { de: german, fr: french, es: spanish, ja: japanese, ar: arabic };
const ages = Object.entries({
  en: widgets.sourceMessages.english,
  ...Object.fromEntries(Object.entries(catalogues).map(([lang, { state }]) => [lang, state])),
}).map(([lang, { daysOld }]) => ({ lang, age: daysOld(4) }));

const tags = Object.values(widgets as Record<string, unknown>)
  .flatMap((one) => (typeof one === 'function' && 'tag' in one ? [String(one.tag)] : []))
  .filter((tag) => statesOf(tag).some(([state]) => state === 'stale'));

const report = reportOf({ asOf: new Date(Date.now() - 4.2 * 86_400_000).toISOString() });
const whileAsking = { status: 'loading', report, isStale: true } as const;

/** Every word that is drawn, and every one that is drawn for screen readers alone, apart. */
function wordsOf({ shadowRoot }: Element): { readonly seen: string; readonly heard: string } {
  const walker = document.createTreeWalker(shadowRoot as Node, NodeFilter.SHOW_TEXT);
  let seen = '';
  let heard = [...(shadowRoot?.querySelectorAll('[aria-label]') ?? [])].map((one) => one.ariaLabel).join(' ');
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.getClientRects().length) continue;
    if (parentElement.closest('.unseen')) heard += ` ${textContent}`;
    else seen += ` ${textContent}`;
  }
  return { seen, heard };
}

describe('a report that a newer one is missing of', () => {
  afterEach(() => {
    unmountAll();
    document.documentElement.lang = 'en';
  });

  /** All widgets side by side, so that each language is laid out once. */
  async function shown(lang: string, width: number, state: SourceState, by = 'user') {
    document.documentElement.lang = lang;
    const box = document.createElement('div');
    for (const tag of tags) {
      box.append(Object.assign(document.createElement(tag), { source: told(state), account: 'a', by }));
    }
    await mountElement(box, width);
    return [...box.children];
  }

  for (const { lang, age } of ages) {
    it(`says how old it is in every widget at every width: ${lang}`, async () => {
      for (const width of [96, 239, 320, 640]) {
        for (const element of await shown(lang, width, failed(report, Date.now() + 120_000))) {
          const where = `${element.localName} at ${width} px`;
          expect(isIn(element, 'stale'), where).to.equal(true);
          expect(wordsOf(element).seen, where).to.include(age);
        }
        unmountAll();
      }
    });
  }

  it('says so where it does not tell what is asked of it', async () => {
    for (const width of [160, 480]) {
      for (const element of await shown('en', width, whileAsking, 'feature')) {
        expect(wordsOf(element).seen, `${element.localName} at ${width} px`).to.include('4 days old');
      }
    }
  });

  it('says so while it is asked for, too, and has no button to ask', async () => {
    for (const element of await shown('en', 480, whileAsking)) {
      const { seen } = wordsOf(element);
      expect(isIn(element, 'stale'), element.localName).to.equal(true);
      expect(seen, element.localName).to.include('4 days old').and.not.include('Try again');
    }
  });

  it('says so in a row of a table, where there is no room for words to screen readers at least', async () => {
    for (const tag of ['hale-gauge', 'hale-trend-line', 'hale-risk-flags', 'hale-status']) {
      const layout = tag === 'hale-status' ? 'glyph' : 'row';
      const given = { source: told(whileAsking), account: 'a', layout };
      const element = await mountElement(Object.assign(document.createElement(tag), given), 160);
      const { seen, heard } = wordsOf(element);
      expect(seen + heard, tag).to.include('4 days old');
    }
  });
});
