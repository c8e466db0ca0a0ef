import type { Breakdown } from '@hale/widgets';
import { breakdownMessages, setMessages } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/breakdown.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { fullestReport } from '../support/fullest.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { savedBy } from '../support/reading.ts';
import { hostile, notEnough, ready, reportOf, thriving } from '../support/reports.ts';
import { states } from '../support/states.ts';
import { viewOf } from '../support/view.ts';

async function shown(given: Partial<Breakdown>, width = 640): Promise<Breakdown> {
  return mountElement(Object.assign(document.createElement('hale-breakdown'), given), width);
}

const all = <T extends Element = HTMLElement>(element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];
const figure = ({ textContent }: Element) => Number(textContent?.replace('−', '-'));
const figures = (element: Element, row: string) => all(element, `[part~="${row}"] [part~="points"]`).map(figure);
/** The metrics that have a line of their own in the fullest report. */
const own = (element: Element) =>
  all(element, '[part~="metric"] .name').filter(({ textContent }) => textContent?.startsWith('Metric'));
/** The figures of each part of the ledger: its dimension's, and those of the metrics drawn. */
const parts = (element: Element) =>
  all(element, '[part~="ledger"] tbody').map((body) => [...body.querySelectorAll('[part~="points"]')].map(figure));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + Math.round(value * 10), 0) / 10;

describe('<hale-breakdown>', () => {
  afterEach(unmountAll);

  it('lists what each dimension and metric gave, in points that add up to the score', async () => {
    for (const report of [ready(), thriving()]) {
      const element = await shown({ report });
      expect(figures(element, 'total')).to.deep.equal([report.score]);
      expect(sum(figures(element, 'dimension'))).to.equal(report.score);
      expect(sum(figures(element, 'metric'))).to.equal(report.score);
    }
  });

  it('says what was read, of how much, and what was not observed', async () => {
    const text = textOf(await shown({ report: ready() }));
    expect(text).to.match(/^Why 62 Adoption gives 18\.9 of its 35 points, Service 9\.0 of 20 /);
    expect(text).to.include('Seats in use 41 of 60 11.3 of 14');
    expect(text).to.match(/NPS last observed 9 May, too long ago; its 8 points are carried by the rest Score 62\.0/);
    expect(text).to.include('Every point is listed; they add up to the score.');
  });

  it('draws each dimension in its place: boxes that meet, filled as far as their points', async () => {
    const element = await shown({ report: ready() });
    const edges = all<SVGElement>(element, '[part~="dimension"] .box').map((box) => {
      const [x, width] = ['x', 'width'].map((name) => Number(box.getAttribute(name)));
      return [x ?? 0, (x ?? 0) + (width ?? 0)] as const;
    });
    for (const [index, [start]] of edges.entries())
      if (index) expect(start).to.be.closeTo(edges[index - 1]?.[1] ?? 0, 0.1);
    const [box, fill] = ['box', 'fill'].map((name) => part(element, 'dimension').querySelector(`.${name}`));
    const share = Number(fill?.getAttribute('width')) / Number(box?.getAttribute('width'));
    expect(share).to.be.closeTo(18.9 / 35, 0.01);
  });

  it('tells tiers apart by shape too, and marks what is missing by a ring', async () => {
    const element = await shown({ report: ready() });
    const shapes = all(element, '[part~="dimension"] [part~="glyph"]').map((one) => one.getAttribute('class'));
    expect(shapes.slice(0, 3)).to.deep.equal(['glyph watch', 'glyph watch', 'glyph healthy']);
    expect(all(element, '.missing [part~="glyph"]').map((one) => one.getAttribute('class'))).to.deep.equal([
      'glyph no-score',
    ]);
  });

  it('lists what a person set, and still adds up', async () => {
    const [seats] = ready().contributions;
    if (!seats) throw new Error('the report has contributions');
    const set = { ...seats, id: ':o', role: 'override' as const, dimension: null, label: 'Set by hand', points: -20 };
    const computed = { score: 62, tier: 'watch' };
    const override = {
      score: 42,
      tier: null,
      reason: 'Sponsor left',
      author: 'Mira',
      at: seats.at ?? '',
      expires: null,
    };
    const contributions = [...ready().contributions, { ...set, effectiveWeight: 0 }];
    const report = { ...reportOf({ score: 42, contributions }), override: { ...override, computed } };
    const element = await shown({ report });
    expect(textOf(element)).to.include('Set by hand Sponsor left −20.0');
    expect([sum(figures(element, 'dimension')), ...figures(element, 'total')]).to.deep.equal([42, 42]);
  });

  it('names what a report does not tell apart, instead of hiding it', async () => {
    const element = await shown({ report: reportOf({ contributions: ready().contributions.slice(1) }) });
    expect(textOf(element)).to.include('Not told apart by this report 11.3 Score 62.0 of 100');
  });

  it('gives no figure that could be taken for zero where there is no score', async () => {
    const element = await shown({ report: notEnough() });
    expect(textOf(element)).to.match(/^Why there is no score No score .*Adoption – of 35/);
    expect(textOf(element)).to.match(/Score – of 100 31% observed, 50% needed/);
  });

  it("shows a customer's view: what gave points, and no tiers", async () => {
    const element = await shown({ report: viewOf() });
    expect(all(element, '[part~="glyph"]')).to.have.length(0);
    expect(all(element, '[part~="metric"] svg').every((one) => one.classList.contains('plain'))).to.equal(true);
    expect(sum(figures(element, 'metric'))).to.deep.equal(figures(element, 'total')[0]);
  });

  it('unfolds each metric where it is narrow, by a button', async () => {
    const element = await shown({ report: ready() }, 320);
    expect(textOf(element)).to.not.include('Seats in use');
    expect(textOf(element)).to.include('NPS last observed');
    const more = part(element, 'more');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    await settled(element);
    expect(textOf(element)).to.include('Seats in use 41 of 60');
    expect(part(element, 'more').getAttribute('aria-expanded')).to.equal('true');
  });

  it('is names and figures alone where there is room for no more', async () => {
    const text = textOf(await shown({ report: ready() }, 120));
    expect(text).to.match(/Adoption 18\.9 Service 9\.0 Relationship 15\.6 Financial 13\.5 Sentiment 5\.0 Score 62\.0/);
    expect(text).to.not.include('Show');
  });

  for (const [state, enter] of states) {
    for (const width of [120, 240, 320, 480, 1200]) {
      it(`says in words that it is ${state}, within ${width} px`, async () => {
        const element = document.createElement('hale-breakdown');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: /Why 62.*Score 62\.0/,
          partial: /Why 66.*Score 66\.0.*58% observed/,
          'not-enough': /No score|Why there is no score.*31% observed, 50% needed/,
          empty: /Nothing yet|Why there is no score/,
          stale: /Score 62\.0.*4 days old.*Try again/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
        const { left, right } = element.getBoundingClientRect();
        const wide = all(element, '*').filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && !one.closest('.unseen') && (box.left < left - 1 || box.right > right + 1);
        });
        expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')}`)).to.deep.equal([]);
      });
    }
  }

  it('has a table of all there is to each line, and saves it', async () => {
    const element = await shown({ report: ready() });
    part(element, 'table-toggle').click();
    await settled(element);
    expect(part(element, 'table').querySelectorAll('tbody tr')).to.have.length(ready().contributions.length);
    const { name, text } = await savedBy(part(element, 'download'));
    expect(name).to.equal('Averlund-Freight-Why-62.csv');
    expect(text.split('\r\n')[1]).to.match(
      /^Seats in use,Adoption,41 of 60,80\.7\d*,14,11\.3,14,41 of 60 seats are in use\.$/,
    );
  });

  it('draws the largest of many lines, sums the others by dimension, and shows more of them with each press', async () => {
    const element = await shown({ report: fullestReport() });
    const press = async (name: string) => {
      part(element, name).focus();
      part(element, name).click();
      await settled(element);
    };
    const expectSums = () => {
      expect(sum(figures(element, 'dimension'))).to.equal(62);
      for (const [whole, ...lines] of parts(element)) if (lines.length > 0) expect(sum(lines)).to.equal(whole);
    };
    // With fifty dimensions there is room for ten metrics more: a dimension of which none is drawn says itself what it gave.
    expect(own(element)).to.have.length(10);
    expect(part(element, 'next').textContent?.trim()).to.equal('Show 60 more');
    expect(part(element, 'next').getAttribute('aria-expanded')).to.equal('false');
    expectSums();
    await press('next');
    expect(own(element)).to.have.length(70);
    expectSums();
    for (let at = 70; at < 430; at += 60) await press('next');
    expect(part(element, 'next').textContent?.trim()).to.equal('Show 60 more');
    await press('next');
    expect(part(element, 'next').textContent?.trim()).to.equal('Show 10 more');
    await press('next');
    expect(own(element)).to.have.length(500);
    expectSums();
    // The button stays the one that has the focus.
    expect(element.shadowRoot?.activeElement === part(element, 'next')).to.equal(true);
    expect(part(element, 'next').getAttribute('aria-expanded')).to.equal('true');
    await press('next');
    expect(own(element)).to.have.length(10);
    await press('table-toggle');
    expect(part(element, 'table').querySelectorAll('tbody tr')).to.have.length(500);
    const { text } = await savedBy(part(element, 'download'));
    expect(text.trim().split('\r\n')).to.have.length(501);
  });

  it('sums the metrics that are not drawn in a line of each dimension', async () => {
    const report = fullestReport();
    const contributions = report.contributions.map((one, i) => ({ ...one, dimension: `d${i % 3}` }));
    const element = await shown({ report: { ...report, contributions, dimensions: report.dimensions.slice(0, 3) } });
    // What three dimensions leave of sixty rows.
    expect(own(element)).to.have.length(57);
    expect(textOf(element)).to.match(/Metric \d+ 41 of 60 0\.2 of 0\.2 \d+ more \d+\.\d of/);
    expect(textOf(element)).to.match(/166 more/);
    for (const [whole, ...lines] of parts(element)) expect(sum(lines)).to.equal(whole);
  });

  it('folds many lines where it is narrow, too', async () => {
    const report = fullestReport();
    const unseen = report.contributions.map((one) => ({
      ...one,
      status: 'stale' as const,
      points: 0,
      effectiveWeight: 0,
    }));
    for (const width of [120, 320]) {
      const element = await shown({ report: { ...report, contributions: unseen, dimensions: [] } }, width);
      expect(all(element, '[part~="metric"]'), `${width} px`).to.have.length(61);
      expect(textOf(element)).to.match(
        width < 240 ? /440 more Not told apart/ : /440 more last observed too long ago Not told apart/,
      );
      unmountAll();
    }
  });

  it('follows a source', async () => {
    const element = await shown({ source: memorySource([ready()]), account: 'averlund' });
    expect(textOf(element)).to.include('Score 62.0');
  });

  it('is called what the page calls it', async () => {
    const element = await mount<Breakdown>('<hale-breakdown label="Where it comes from"></hale-breakdown>');
    expect(part(element, 'label').textContent).to.equal('Where it comes from');
  });

  it('speaks the language set, at once, with its figures', async () => {
    const element = await shown({ report: ready(), lang: 'de' });
    setMessages('de', breakdownMessages, { total: 'Wert' });
    await settled(element);
    expect(textOf(element)).to.match(/Wert 62,0 of 100/);
  });

  it('runs from the right where writing does', async () => {
    const box = await mount('<div dir="rtl"><hale-breakdown></hale-breakdown></div>', 640);
    const element = box.querySelector('hale-breakdown') as Breakdown;
    element.report = ready();
    await settled(box);
    const lefts = all(element, '[part~="dimension"] .box').map((one) => one.getBoundingClientRect().left);
    expect(lefts).to.deep.equal([...lefts].sort((a, b) => b - a));
    const [glyph, points] = ['glyph', 'points'].map((name) => part(element, name).getBoundingClientRect().left);
    expect(glyph).to.be.above(points ?? Number.NaN);
  });

  it('draws something honest of a hostile report', async () => {
    const complain = console.error;
    console.error = () => {};
    try {
      for (const [what, report] of hostile) {
        const element = await shown({ report: report as Breakdown['report'] });
        expect(textOf(element), what).to.not.match(/NaN|undefined|\[object|Infinity/);
        expect(textOf(element), what).to.not.equal('');
        unmountAll();
      }
    } finally {
      console.error = complain;
    }
  });

  it('draws something honest of any report', async () => {
    const element = await shown({});
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const row = fc.record(
      Object.fromEntries(
        ['label', 'role', 'status', 'dimension', 'points', 'most', 'weight', 'normalized', 'parts', 'value'].map(
          (name) => [name, odd],
        ),
      ),
      { requiredKeys: [] },
    );
    const parts = ['tier', 'tiers', 'coverage', 'asOf', 'override', 'dimensions', 'reason'] as const;
    const report = fc.record(
      {
        score: fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), odd),
        contributions: fc.oneof(fc.array(row), odd),
        ...Object.fromEntries(parts.map((name) => [name, odd])),
      },
      { requiredKeys: [] },
    );
    const complain = console.error;
    console.error = () => {};
    try {
      await fc.assert(
        fc.asyncProperty(report, async (given) => {
          // As a page would hand over what it never checked.
          Object.assign(element, { report: given });
          await element.updateComplete;
          expect(textOf(element)).to.not.match(/NaN|undefined|\[object/);
          expect(textOf(element)).to.not.equal('');
        }),
        { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });
});
