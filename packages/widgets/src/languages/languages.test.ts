import { expect } from 'chai';
import { sourceMessages } from '../source/source.messages.ts';
import { heatMessages } from '../ui/grid.messages.ts';
import { observedMessages } from '../ui/observed.messages.ts';
import { stateMessages } from '../ui/state.messages.ts';
import { summaryMessages } from '../ui/summary.messages.ts';
import { tableMessages } from '../ui/table.messages.ts';
import { activityMessages } from '../widgets/activity-dots/activity-dots.messages.ts';
import { breakdownMessages } from '../widgets/breakdown/breakdown.messages.ts';
import { gaugeMessages } from '../widgets/gauge/gauge.messages.ts';
import { playbookMessages } from '../widgets/playbook/playbook.messages.ts';
import { portfolioMessages } from '../widgets/portfolio/portfolio.messages.ts';
import { flagMessages } from '../widgets/risk-flags/risk-flags.messages.ts';
import { roleMessages } from '../widgets/role-view/role-view.messages.ts';
import { scatterMessages } from '../widgets/scatter/scatter.messages.ts';
import { segmentMessages } from '../widgets/segment-bars/segment-bars.messages.ts';
import { statusMessages } from '../widgets/status/status.messages.ts';
import { trendMessages } from '../widgets/trend-line/trend-line.messages.ts';
import { changeMessages } from '../widgets/what-changed/what-changed.messages.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';

const languages = { de: german, fr: french, es: spanish, ja: japanese, ar: arabic };

const sets = [
  observedMessages,
  sourceMessages,
  stateMessages,
  summaryMessages,
  tableMessages,
  gaugeMessages,
  statusMessages,
  trendMessages,
  activityMessages,
  breakdownMessages,
  playbookMessages,
  segmentMessages,
  scatterMessages,
  portfolioMessages,
  roleMessages,
  heatMessages,
  changeMessages,
  flagMessages,
];

/** Every word below a set, by its path. */
function wordsIn(words: object, path: string): [string, unknown][] {
  return Object.entries(words).flatMap(([name, word]: [string, unknown]): [string, unknown][] =>
    typeof word === 'object' && word !== null ? wordsIn(word, `${path}.${name}`) : [[`${path}.${name}`, word]],
  );
}

const english = sets.flatMap((set) => wordsIn(set.english, set.name));

/** Values that can be told apart in what is said, as text and as counts: plurals by them are all `other`, or nearly. */
const values = ['131', '147', '153', '167', '171'];

function said(word: unknown): string {
  if (typeof word !== 'function') return String(word);
  try {
    return String(word(...values));
  } catch {
    // A list takes names.
    return String(word(values));
  }
}

/** Which of the values are said, in whatever digits. */
const told = (text: string) => {
  const plain = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return values.filter((value) => plain.includes(value));
};

describe('languages', () => {
  for (const [lang, language] of Object.entries(languages)) {
    const words = new Map(wordsIn(language, '').map(([path, word]) => [path.slice(1), word]));

    it(`have every word, and no other: ${lang}`, () => {
      expect([...words.keys()].sort()).to.deep.equal(english.map(([path]) => path).sort());
    });

    it(`say every value that English says: ${lang}`, () => {
      for (const [path, word] of english) expect(told(said(words.get(path))), path).to.deep.equal(told(said(word)));
    });

    it(`leave nothing unsaid, and no sign of a count in what is said: ${lang}`, () => {
      for (const [path, word] of words) {
        expect(said(word), path).to.match(/\S/);
        expect(said(word), path).not.to.match(/#|NaN|\[object/);
      }
    });

    it(`end a sentence with one full stop, though its day may end with an abbreviated month: ${lang}`, () => {
      const date = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' });
      const day = date.format(Date.UTC(2026, 10, 2));
      const dated = [...words].filter(([path]) =>
        /^(trend|trend-line|risk-flags|summary)\.(sentence|range|extremes|gap|changed|severeSince|since|next)$/.test(
          path,
        ),
      );
      expect(dated.length).to.be.above(6);
      for (const [path, word] of dated) {
        if (typeof word === 'function') expect(String(word(day, day, day, day)), path).not.to.include('..');
      }
    });

    it(`leave no sentence in English: ${lang}`, () => {
      const same = english.filter(
        ([path, word]) => /[a-z]{3}.* .*[a-z]{3}/.test(said(word)) && said(words.get(path)) === said(word),
      );
      expect(same.map(([path]) => path)).to.deep.equal([]);
    });
  }
});
