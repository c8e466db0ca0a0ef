import { type Gauge, gaugeMessages, setMessages } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/gauge.js';
import { expect } from 'chai';
import { faults } from '../support/axe.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { hostile, ready, reportOf, thriving } from '../support/reports.ts';
import { states } from '../support/states.ts';

const gauge = (html: string, width?: number) => mount<Gauge>(html, width);
const spoken = (element: Element) => part(element, 'dial').getAttribute('aria-label');

describe('<hale-gauge>', () => {
  afterEach(unmountAll);

  // First, since it warns once a page.
  it('warns once when nobody can tell whose score it is', async () => {
    const warnings: unknown[] = [];
    const warn = console.warn;
    console.warn = (message: unknown) => warnings.push(message);
    await gauge('<hale-gauge score="62"></hale-gauge>');
    await gauge('<hale-gauge score="61"></hale-gauge>');
    console.warn = warn;
    expect(warnings).to.deep.equal(['hale: a <hale-gauge> has no label="…" that says whose score it is.']);
  });

  it('is drawn from attributes alone', async () => {
    const element = await gauge(
      '<hale-gauge score="72" label="Acme" change="-3" coverage="0.92" as-of="2026-11-14T09:00:00Z"></hale-gauge>',
      300,
    );
    expect(isIn(element, 'ready')).to.equal(true);
    expect(spoken(element)).to.equal('Acme: 72 of 100, Healthy. Down 3 in 28 days');
    expect(textOf(element)).to.match(/^Acme .*72 .*Healthy .*3 in 28 days .*As of 14 Nov, 09:00 UTC .*92% observed$/);
  });

  it('is drawn from a report', async () => {
    const element = await mountElement(document.createElement('hale-gauge'));
    element.report = ready();
    await settled(element);
    expect(spoken(element)).to.equal('Averlund Freight: 62 of 100, Watch. Down 12 in 28 days');
    expect(part(element, 'headline').textContent).to.match(/^Down 12 in 28 days; below Healthy since/);
  });

  it('is drawn from a source and an account', async () => {
    const element = document.createElement('hale-gauge');
    element.source = memorySource([ready(), thriving()]);
    element.account = 'marrowby';
    await mountElement(element);
    expect(spoken(element)).to.match(/^Marrowby Tools: 94 of 100, Thriving/);
  });

  for (const [state, enter] of states) {
    for (const width of [80, 120, 240, 480, 1200]) {
      it(`says in words that it is ${state}, at ${width} px`, async () => {
        const element = document.createElement('hale-gauge');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: /62.*Watch/,
          partial: /66.*Watch.*58% observed/,
          'not-enough': /No score/,
          empty: /Nothing yet/,
          stale: /62.*Watch.*4 days old/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
      });
    }
  }

  it('says how much is missing where there is not enough', async () => {
    const element = document.createElement('hale-gauge');
    states.find(([state]) => state === 'not-enough')?.[1](element);
    await mountElement(element, 240);
    expect(textOf(element)).to.include('31% observed, 50% needed');
  });

  it('shows what the score could be when it is partial', async () => {
    const element = document.createElement('hale-gauge');
    states.find(([state]) => state === 'partial')?.[1](element);
    await mountElement(element, 240);
    expect(textOf(element)).to.include('58% observed; could be 38 to 80');
  });

  it('takes a missing score for none, and a wrong one for an error, never for 0', async () => {
    const empty = await gauge('<hale-gauge score="" coverage="0.2" label="Acme"></hale-gauge>');
    expect(isIn(empty, 'not-enough')).to.equal(true);
    const wrong = await gauge('<hale-gauge score="lots" label="Acme"></hale-gauge>');
    expect(isIn(wrong, 'error')).to.equal(true);
    expect(textOf(wrong)).to.include('The score must be a number from 0 to 100');
  });

  it('draws a score of 0 as a score', async () => {
    const element = await gauge('<hale-gauge score="0" label="Acme"></hale-gauge>', 240);
    expect(isIn(element, 'ready')).to.equal(true);
    expect(part(element, 'figure').textContent).to.equal('0');
    expect(element.shadowRoot?.querySelector('.needle')).to.not.equal(null);
  });

  for (const [what, report] of hostile) {
    it(`does not break on ${what} in the place of a report`, async () => {
      const silenced = console.error;
      console.error = () => {};
      const element = document.createElement('hale-gauge');
      // What TypeScript would refuse, pages without it hand over.
      element.report = report as Gauge['report'];
      await mountElement(element, 480);
      console.error = silenced;
      expect(textOf(element)).to.not.match(/NaN|undefined|null|\[object/);
      expect(textOf(element).length).to.be.within(3, 1000);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });
  }

  it('uses the scale it is given', async () => {
    const element = document.createElement('hale-gauge');
    element.label = 'Acme';
    element.score = 55;
    element.tiers = [
      { id: 'low', label: 'Low', from: 0, tone: 'at-risk' },
      { id: 'high', label: 'High', from: 50, tone: 'healthy' },
    ];
    await mountElement(element, 240);
    expect(spoken(element)).to.equal('Acme: 55 of 100, High');
    const ticks = [...(element.shadowRoot?.querySelectorAll('.tick') ?? [])].map((tick) => tick.textContent);
    expect(ticks).to.deep.equal(['0', '50', '100']);
  });

  it('lies down below 96 px, and in a row where it is told to', async () => {
    const narrow = await gauge('<hale-gauge score="62" label="Acme"></hale-gauge>', 90);
    const row = await gauge('<hale-gauge score="62" label="Acme" layout="row"></hale-gauge>', 240);
    for (const element of [narrow, row]) {
      expect(part(element, 'plot').classList.contains('lying')).to.equal(true);
      expect(textOf(element)).to.equal('62 Watch');
    }
  });

  it('follows its container, not the window', async () => {
    const element = await gauge('<hale-gauge score="62" label="Acme"></hale-gauge>', 120);
    const width = () => part(element, 'plot').getBoundingClientRect().width;
    expect(width()).to.equal(120);
    element.parentElement?.style.setProperty('width', '250px');
    await settled(element);
    await settled(element);
    expect(width()).to.equal(240);
    element.parentElement?.style.setProperty('width', '500px');
    await settled(element);
    await settled(element);
    expect(width()).to.equal(200);
  });

  it('never grows wider than its container, down to 60 px', async () => {
    for (const width of [60, 96, 120, 200, 240, 320, 480]) {
      const element = await mountElement(document.createElement('hale-gauge'), width);
      element.report = ready();
      await settled(element);
      for (const inner of element.shadowRoot?.querySelectorAll('p, li, b') ?? []) {
        expect(inner.getBoundingClientRect().right, `${inner.className} at ${width}`).to.be.at.most(
          element.getBoundingClientRect().right + 1,
        );
      }
    }
  });

  it('sweeps to a new score, says it at once, and does not sweep at first', async () => {
    const element = await gauge('<hale-gauge score="20" label="Acme"></hale-gauge>', 240);
    const needle = () => element.shadowRoot?.querySelector('.needle')?.getAttribute('d');
    const first = needle();
    await settled(element);
    expect(needle()).to.equal(first);
    element.score = 80;
    await element.updateComplete;
    expect(part(element, 'figure').textContent).to.equal('80');
    expect(needle()).to.equal(first);
    for (let frame = 0; frame < 60 && needle() === first; frame++) await new Promise(requestAnimationFrame);
    expect(needle()).to.not.equal(first);
  });

  it('does not sweep where the reader asked for less motion', async () => {
    const { matchMedia } = window;
    const element = await gauge('<hale-gauge score="20" label="Acme"></hale-gauge>', 240);
    const needle = () => element.shadowRoot?.querySelector('.needle')?.getAttribute('d');
    const first = needle();
    // Every question about the reader's wishes is answered with yes.
    window.matchMedia = () => matchMedia.call(window, 'all');
    element.score = 80;
    await element.updateComplete;
    const there = needle();
    window.matchMedia = matchMedia;
    expect(there).to.be.a('string').that.does.not.equal(first);
    await settled(element);
    expect(needle()).to.equal(there);
  });

  it('keeps its dial clockwise and mirrors its row where text runs from right to left', async () => {
    const box = await mount(
      '<div dir="rtl"><hale-gauge score="62" label="Acme"></hale-gauge><hale-gauge score="62" label="Acme" layout="row"></hale-gauge></div>',
      300,
    );
    const [dial, row] = box.querySelectorAll('hale-gauge');
    if (!dial || !row) throw new Error('Both gauges should be there.');
    expect(getComputedStyle(part(dial, 'plot')).transform).to.equal('none');
    expect(getComputedStyle(part(row, 'plot')).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('speaks the language around it, and follows when that changes', async () => {
    setMessages('ar', gaugeMessages, { health: 'الصحة' });
    const box = await mount('<div lang="ar-EG"><hale-gauge score="62" label="Acme"></hale-gauge></div>', 240);
    const element = box.querySelector('hale-gauge');
    if (!element) throw new Error('The gauge should be there.');
    expect(part(element, 'figure').textContent).to.equal('٦٢');
    box.lang = 'en';
    await settled(element);
    expect(part(element, 'figure').textContent).to.equal('62');
  });

  it('writes figures and dates in English where it has no words of the language around it', async () => {
    const box = await mount(
      '<div lang="fa"><hale-gauge score="62" label="Acme" as-of="2026-11-14T09:00:00Z"></hale-gauge></div>',
      240,
    );
    const element = box.querySelector('hale-gauge');
    if (!element) throw new Error('The gauge should be there.');
    expect(part(element, 'figure').textContent).to.equal('62');
    expect(textOf(element)).to.include('14 Nov');
  });

  it('shows a change that fits the scores shown', async () => {
    const element = await gauge('<hale-gauge label="Acme"></hale-gauge>', 300);
    const report = ready();
    element.report = {
      ...report,
      score: 71.6,
      trend: { ...report.trend, earlier: { at: '2026-10-17T09:00:00.000Z', score: 89.4 }, change: -17.8 },
    };
    await settled(element);
    expect(part(element, 'figure').textContent).to.equal('72');
    expect(part(element, 'change').textContent).to.include('17 in 28 days');
  });

  it('says what a person has set, until when and why, and what the score alone says', async () => {
    const override = {
      score: null,
      tier: 'healthy',
      reason: 'Contract signed.',
      author: 'Mira',
      at: '2026-11-01T00:00:00.000Z',
      expires: '2026-11-30T00:00:00.000Z',
      computed: { score: 62, tier: 'watch' },
    };
    for (const [width, word] of [
      [120, 'Healthy, by hand'],
      [240, 'Healthy, by hand'],
      [480, 'Healthy, by hand'],
    ] as const) {
      const element = document.createElement('hale-gauge');
      element.report = reportOf({ tier: 'healthy', override });
      await mountElement(element, width);
      expect(part(element, 'tier').textContent?.trim(), String(width)).to.equal(word);
      expect(textOf(element), String(width)).to.include('Until 30 Nov: Contract signed. The score alone says Watch.');
      expect(spoken(element)).to.include('. Until 30 Nov: Contract signed. The score alone says Watch.');
      expect(element.shadowRoot?.querySelector('.watch .outline') === null).to.equal(false);
    }
    const row = document.createElement('hale-gauge');
    row.layout = 'row';
    row.report = reportOf({ tier: 'healthy', override: { ...override, expires: null } });
    await mountElement(row, 216);
    expect(part(row, 'hand').textContent).to.equal('by hand');
    expect(spoken(row)).to.include('Until taken back: Contract signed. The score alone says Watch.');
    expect(await faults(row)).to.deep.equal([]);
    row.report = reportOf({ score: 80, tier: 'healthy', override: { ...override, score: 80, tier: null } });
    await row.updateComplete;
    expect(spoken(row)).to.include('Until 30 Nov: Contract signed. Computed 62.');
  });

  it('writes its date in the zone it is told', async () => {
    const element = await gauge(
      '<hale-gauge score="62" label="Acme" as-of="2026-11-14T09:00:00Z" time-zone="Asia/Tokyo"></hale-gauge>',
      240,
    );
    expect(textOf(element)).to.match(/As of 14 Nov.*, 18:00/);
  });

  it('says in one sentence what it would draw, for where it cannot', () => {
    const { Gauge } = { Gauge: customElements.get('hale-gauge') as typeof import('@hale/widgets').Gauge };
    expect(Gauge.fallback({ score: 72, label: 'Acme' })).to.equal('Acme: 72 of 100, Healthy');
    expect(Gauge.fallback({ report: ready() })).to.equal('Averlund Freight: 62 of 100, Watch');
    expect(Gauge.fallback({ label: 'Acme' })).to.equal('Acme');
    expect(Gauge.fallback({})).to.equal('');
  });
});
