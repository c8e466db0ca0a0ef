import '@hale/widgets/languages/ar.js';
import '@hale/widgets/languages/de.js';
import '@hale/widgets/languages/es.js';
import '@hale/widgets/languages/fr.js';
import '@hale/widgets/languages/ja.js';
import * as widgets from '@hale/widgets';
import { expect } from 'chai';
import '../support/every-element.ts';
import { mount, mountElement, settled, textOf, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import { statesOf } from '../support/widget-states.ts';

const languages = ['de', 'fr', 'es', 'ja', 'ar'] as const;

// The backtest's sentences are of analysts' making, and English.
const untranslated = ['hale-backtest'];

const tags = Object.values(widgets as Record<string, unknown>).flatMap((one) =>
  typeof one === 'function' && 'tag' in one ? [String(one.tag)] : [],
);

/** What the report says is its own, in whatever language. */
const theirs = JSON.stringify(ready());

/** Sentences of the English catalogue that stand as they are, long enough to be told from a word of the report. */
const sentences = Object.values(widgets as Record<string, unknown>).flatMap((set) => {
  if (typeof set !== 'object' || set === null || !('english' in set)) return [];
  return Object.values(set.english as object).filter(
    (word): word is string =>
      typeof word === 'string' && /[a-z] [a-z]/i.test(word) && word.length >= 12 && !theirs.includes(word),
  );
});

/** All there is to read, what only screen readers do, too. */
const everyWord = ({ shadowRoot }: Element) =>
  [
    ...[...(shadowRoot?.querySelectorAll('[aria-label]') ?? [])].map((one) => one.getAttribute('aria-label')),
    shadowRoot?.textContent,
  ].join(' ');

describe('languages', () => {
  afterEach(() => {
    unmountAll();
    document.documentElement.lang = 'en';
    document.documentElement.dir = '';
  });

  for (const lang of languages) {
    it(`are spoken by every widget in every state: ${lang}`, async () => {
      document.documentElement.lang = lang;
      document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
      const box = document.createElement('div');
      const drawn = tags
        .filter((one) => !untranslated.includes(one))
        .flatMap((tag) =>
          statesOf(tag).map(([state, enter]) => {
            const element = document.createElement(tag);
            enter(element);
            return { element, where: `<${tag}>, ${state}` };
          }),
        );
      box.append(...drawn.map(({ element }) => element));
      await mountElement(box, 480);
      for (const { element, where } of drawn) {
        const said = everyWord(element);
        expect(said.trim(), where).not.to.equal('');
        expect(said, where).not.to.match(/undefined|NaN|\[object/);
        expect(
          sentences.filter((sentence) => said.includes(sentence)),
          where,
        ).to.deep.equal([]);
        // What can be pressed reaches a little beyond its row, for the finger.
        expect(element.scrollWidth, where).to.be.at.most(488);
      }
    });
  }

  it('name the tiers of a report that names none, and leave alone those of one that does', async () => {
    document.documentElement.lang = 'fr';
    const own = await mount('<hale-status score="30"></hale-status>');
    expect(textOf(own)).to.include('À risque');
    const named = await mount('<hale-status score="62" tier="Watch"></hale-status>');
    expect(textOf(named)).to.include('À surveiller');
    const theirs = await mountElement(Object.assign(document.createElement('hale-status'), { report: ready() }));
    expect(textOf(theirs)).to.include('Watch');
  });

  it('join what they say as each does', async () => {
    const name = async (lang: string) => {
      document.documentElement.lang = lang;
      const element = await mount('<hale-status score="62" change="-12" label="Acme"></hale-status>');
      return everyWord(element);
    };
    expect(await name('en')).to.include('Acme: 62 of 100, Watch. Down 12 in 28 days');
    expect(await name('ja')).to.include('Acme：100点中62点、要注意。');
    expect(await name('ar')).to.include('، تحت المراقبة. ');
  });

  it('change in place: the element, its drawing and the focus stay', async () => {
    const widget = await mountElement(
      Object.assign(document.createElement('hale-trend-line'), { report: ready() }),
      640,
    );
    const kept = ['base', 'plot'].map((part) => widget.shadowRoot?.querySelector(`[part~="${part}"]`));
    const focused = widget.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"], button');
    focused?.focus();
    expect(focused).not.to.equal(null);
    for (const [lang, word] of [
      ['de', 'Als Tabelle zeigen'],
      ['ar', 'جدول'],
      ['en', 'Show as a table'],
    ] as const) {
      document.documentElement.lang = lang;
      document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
      await settled(widget);
      expect(everyWord(widget)).to.include(word);
      const now = ['base', 'plot'].map((part) => widget.shadowRoot?.querySelector(`[part~="${part}"]`));
      expect(now.every((node, place) => node === kept[place])).to.equal(true);
      expect(widget.shadowRoot?.activeElement === focused).to.equal(true);
    }
  });
});
