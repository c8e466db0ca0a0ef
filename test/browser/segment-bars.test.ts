import type { SegmentBars } from '@hale/widgets';
import { segmentMessages, setLanguage, setMessages } from '@hale/widgets';
import '@hale/widgets/define/segment-bars.js';
import { german } from '@hale/widgets/languages/de.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { leaksOf } from '../support/leaks.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { portfolio } from '../support/portfolios.ts';
import { savedBy } from '../support/reading.ts';
import { until } from '../support/until.ts';

const shown = (given: Partial<SegmentBars>, width = 640) =>
  mountElement(Object.assign(document.createElement('hale-segment-bars'), given), width);

const all = (element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const widths = (element: Element, row: number, name = 'piece') =>
  [...(all(element, '[part~="segment"]')[row]?.querySelectorAll(`[part~="${name}"]`) ?? [])].map(
    (one) => one.querySelector('.wash')?.getBoundingClientRect().width ?? 0,
  );
const spoken = (element: Element) => all(element, '.bars .unseen').map(({ textContent }) => textContent);

const answering = (body: () => Promise<Response>) => {
  const real = globalThis.fetch;
  globalThis.fetch = body;
  return () => {
    globalThis.fetch = real;
  };
};

describe('<hale-segment-bars>', () => {
  afterEach(unmountAll);

  it('says how many are worst, where most of them are, and how many have no score', async () => {
    const element = await shown({ portfolio: portfolio() });
    const text = textOf(element);
    expect(text).to.match(/^Accounts by segment 7 of 52 at risk, 4 of them in Mid-market; 3 without a score/);
    expect(text).to.match(/At risk 7 Watch 15 Healthy 27 No score 3 As of 14 Nov, 09:00 UTC Show as a table$/);
    expect(isIn(element, 'ready')).to.equal(true);
  });

  it('draws bars as long as there are accounts, on one scale, and those without a score dashed', async () => {
    const element = await shown({ portfolio: portfolio() });
    const [risk = 0, watch = 0, healthy = 0] = widths(element, 0);
    expect(watch / risk).to.be.closeTo(2.5, 0.1);
    expect(healthy / watch).to.be.closeTo(2, 0.1);
    expect(widths(element, 3)).to.have.length(2);
    const missing = all(element, '.no-score .missing')[0];
    expect(missing && getComputedStyle(missing).strokeDasharray).to.match(/3(px)?, 2/);
    expect(missing && getComputedStyle(missing).fill).to.equal('none');
    expect(all(element, '[part~="total"]').map(({ textContent }) => textContent)).to.deep.equal([
      '17',
      '20',
      '12',
      '3',
    ]);
  });

  it('has each bar be all of its segment where shares are asked for', async () => {
    const element = await shown({ portfolio: portfolio(), measure: 'share' });
    const ends = [0, 1, 2, 3].map((row) => widths(element, row).reduce((sum, one) => sum + one + 3, -3));
    for (const end of ends) expect(end).to.be.closeTo(ends[0] ?? 0, 4);
    expect(textOf(element)).to.include('29%');
  });

  it('says each bar in words, with shares that add up', async () => {
    const element = await shown({ portfolio: portfolio() });
    expect(spoken(element)).to.deep.equal([
      'At risk 2 (12%); Watch 5 (29%); Healthy 10 (59%)',
      'At risk 4 (20%); Watch 7 (35%); Healthy 8 (40%); No score 1 (5%)',
      'At risk 1 (8%); Watch 3 (25%); Healthy 8 (67%)',
      'At risk 0; Watch 0; Healthy 1 (33%); No score 2 (67%)',
    ]);
  });

  it('says that a count is not told, rather than 0', async () => {
    const { segments, ...rest } = portfolio();
    const [small] = segments;
    const element = await shown({ portfolio: { ...rest, segments: [{ ...small, unscored: null }] } });
    expect(textOf(element)).to.match(/Not all accounts are counted.*No score not told/);
    expect(spoken(element)).to.deep.equal(['At risk 2; Watch 5; Healthy 10; No score not told']);
  });

  it('has a table of counts and shares, and saves it', async () => {
    const element = await shown({ portfolio: portfolio() });
    const toggle = part(element, 'table-toggle');
    toggle.focus();
    toggle.click();
    await settled(element);
    expect(part(element, 'table').tabIndex).to.equal(0);
    const { name, text } = await savedBy(part(element, 'download'));
    expect(name).to.equal('Accounts-by-segment.csv');
    expect(text.split('\r\n').slice(0, 3)).to.deep.equal([
      'Segment,At risk,Watch,Healthy,No score,All,"At risk, %","Watch, %","Healthy, %","No score, %"',
      'Small,2,5,10,0,17,12,29,59,0',
      'Mid-market,4,7,8,1,20,20,35,40,5',
    ]);
  });

  for (const width of [120, 240, 320, 480, 1200]) {
    it(`keeps within ${width} px, and says in words what state it is in`, async () => {
      const { segments } = portfolio();
      const many = Array.from({ length: 20 }, (_, n) => ({ ...segments[1], id: `s${n}`, label: 'Ω'.repeat(100) }));
      for (const [given, said] of [
        [{}, /Not connected/],
        [{ portfolio: portfolio() }, /7 of 52 at risk/],
        [{ portfolio: portfolio({ segments: [] }) }, /No accounts yet/],
        [{ portfolio: { ...portfolio(), segments: many } }, /80 of 400 at risk.*8 more segments/],
        [
          { portfolio: { schema: 'hale.portfolio/2' } as object },
          /Could not load.*this widget reads hale\.portfolio\/1/,
        ],
      ] as const) {
        const element = await shown(given, width);
        expect(textOf(element)).to.match(said);
        const { left, right } = element.getBoundingClientRect();
        const wide = all(element, '*').filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && !one.closest('.unseen, .glyph') && (box.left < left - 1 || box.right > right + 1);
        });
        expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')}`)).to.deep.equal([]);
        unmountAll();
      }
    });
  }

  it('says in the language of the page why nothing came, and in its event what the cause is', async () => {
    setLanguage('de', german);
    for (const [answer, sentence, cause] of [
      [() => Promise.reject(new TypeError('no network')), german.state.why.network, 'The server could not be reached.'],
      [async () => new Response('{"sche'), german.state.why.malformed, 'The portfolio is not JSON.'],
      [
        async () => new Response('[]'),
        german.state.why.malformed,
        'The portfolio must be an object, as countPortfolio gives it.',
      ],
      [async () => new Response(' '.repeat(8_000_001)), german.state.why['too-large'], /8,?000,?000|larger/],
    ] as const) {
      const undo = answering(answer);
      try {
        const told: string[] = [];
        const element = document.createElement('hale-segment-bars');
        element.addEventListener('hale-error', (event) => told.push(event.detail.error.message));
        element.lang = 'de';
        element.src = 'https://health.example.com/v1/portfolio';
        await mountElement(element, 640);
        await until(() => told.length > 0);
        expect(textOf(element))
          .to.include(sentence)
          .and.to.match(/Erneut versuchen$/);
        if (typeof cause === 'string') expect(told).to.deep.equal([cause]);
        else expect(told[0]).to.match(cause);
      } finally {
        undo();
        unmountAll();
      }
    }
    // What is wrong with a document at hand is for who wrote the page.
    const given = await shown({ portfolio: [] as never, lang: 'de' });
    expect(textOf(given)).to.include('The portfolio must be an object, as countPortfolio gives it.');
  });

  it('asks an address, says why nothing came, and asks again', async () => {
    let answer = new Response('', { status: 503 });
    const undo = answering(async () => answer);
    try {
      const element = await shown({ src: 'https://health.example.com/v1/portfolio' });
      await settled(element);
      expect(textOf(element)).to.match(/Could not load The server answered 503\. Try again$/);
      answer = new Response(JSON.stringify(portfolio()));
      part(element, 'retry').click();
      await settled(element);
      await settled(element);
      expect(textOf(element)).to.include('7 of 52 at risk');
    } finally {
      undo();
    }
  });

  it('says that it loads', async () => {
    const undo = answering(() => new Promise(() => {}));
    try {
      const element = await shown({ src: 'https://health.example.com/v1/portfolio' });
      expect(isIn(element, 'loading')).to.equal(true);
      expect(textOf(element)).to.match(/Loading/);
    } finally {
      undo();
    }
  });

  it('speaks the language set, at once', async () => {
    const element = await shown({ portfolio: portfolio(), lang: 'de' });
    setMessages('de', segmentMessages, { title: 'Kunden nach Segment' });
    await settled(element);
    expect(textOf(element)).to.match(/^Kunden nach Segment/);
  });

  it('runs from the right where writing does', async () => {
    const box = await mount('<div dir="rtl"><hale-segment-bars></hale-segment-bars></div>', 640);
    const element = box.querySelector('hale-segment-bars') as SegmentBars;
    element.portfolio = portfolio();
    await settled(box);
    const [risk, watch] = all(element, '.wash').map((one) => one.getBoundingClientRect().left);
    expect(watch).to.be.below(risk ?? Number.NaN);
  });

  it('leaves nothing behind when it is taken out, and works again when it is put back', async () => {
    const element = document.createElement('hale-segment-bars');
    element.portfolio = portfolio();
    const leaks = await leaksOf(async () => {
      await mountElement(element);
      element.remove();
    });
    expect(leaks.listeners).to.deep.equal([]);
    await mountElement(element, 320);
    expect(textOf(element)).to.include('7 of 52 at risk');
  });

  it('draws something honest of whatever it is given', async () => {
    const element = await shown({});
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const counts = fc.oneof(fc.dictionary(fc.constantFrom('at-risk', 'watch', '__proto__', 'healthy'), odd), odd);
    const segment = fc.record({ id: odd, label: odd, about: odd, counts, unscored: odd }, { requiredKeys: [] });
    const segments = fc.oneof(fc.array(fc.oneof(segment, odd)), odd);
    const given = fc.record({ asOf: odd, tiers: odd, segments }, { requiredKeys: [] });
    const complain = console.error;
    console.error = () => {};
    try {
      await fc.assert(
        fc.asyncProperty(given, async (document) => {
          // As a page would hand over what it never checked.
          element.portfolio = { schema: 'hale.portfolio/1', ...document } as SegmentBars['portfolio'];
          await element.updateComplete;
          expect(element.shadowRoot?.textContent).to.not.match(/NaN|undefined|\[object|Infinity/);
          expect(textOf(element)).to.not.equal('');
        }),
        { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });
});
