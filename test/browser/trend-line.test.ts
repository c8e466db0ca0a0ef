import type { TrendLine } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/trend-line.js';
import { expect } from 'chai';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { press, savedBy } from '../support/reading.ts';
import { foreseen, hostile, notEnough, ready, reportOf, thriving } from '../support/reports.ts';
import { states } from '../support/states.ts';
import { asOf, before } from '../support/weeks.ts';

const trend = (html: string, width?: number) => mount<TrendLine>(html, width);
const said = (element: Element) => part(element, 'headline').textContent?.trim();
const described = (element: Element) => part(element, 'description').textContent;
const circles = (element: Element, name: string) => [...(element.shadowRoot?.querySelectorAll(`circle.${name}`) ?? [])];

async function shown(report: TrendLine['report'], width = 480): Promise<TrendLine> {
  const element = document.createElement('hale-trend-line');
  element.report = report;
  return mountElement(element, width);
}

describe('<hale-trend-line>', () => {
  afterEach(unmountAll);

  it('is drawn from attributes alone', async () => {
    const element = await trend(
      '<hale-trend-line label="Acme" scores="62 64 null 66 70" start="2026-01-05" step="7d"></hale-trend-line>',
    );
    expect(isIn(element, 'ready')).to.equal(true);
    expect(part(element, 'label').textContent).to.equal('Acme, 4 weeks');
    expect(said(element)).to.match(/^Up 8 in 28 days; Healthy since 2 Feb/);
    expect(textOf(element)).to.match(/Healthy\s+As of 2 Feb.*, 00:00 UTC/);
  });

  it('is drawn from points', async () => {
    const element = document.createElement('hale-trend-line');
    element.points = [
      { at: new Date('2026-01-05T00:00:00Z'), score: 60 },
      { at: '2026-02-02', score: 50 },
    ];
    await mountElement(element);
    expect(said(element)).to.equal('Down 10 in 28 days');
  });

  it('is drawn from a report', async () => {
    const element = await shown(ready());
    expect(said(element)).to.match(/^Down 12 in 28 days; below Healthy since 31 Oct/);
    expect(textOf(element)).to.match(/74.*62/);
    expect(textOf(element)).to.match(/Watch\s+As of 14 Nov.*92% observed/);
  });

  it('is drawn from a source and an account', async () => {
    const element = document.createElement('hale-trend-line');
    element.source = memorySource([ready(), thriving()]);
    element.account = 'marrowby';
    await mountElement(element);
    expect(said(element)).to.match(/^Up 6 in 28 days; Thriving since/);
  });

  for (const [state, enter] of states) {
    for (const width of [80, 120, 240, 320, 480, 1200]) {
      it(`says in words that it is ${state}, at ${width} px`, async () => {
        const element = document.createElement('hale-trend-line');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: /62.*Watch|62.*Down 12/,
          partial: /Watch/,
          'not-enough': /No score/,
          empty: /Nothing yet/,
          stale: width < 240 ? /62.*Watch.*Try again/ : /Watch.*4 days old.*Try again/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
      });
    }
  }

  it('says what was observed and what is needed where there is not enough', async () => {
    const element = await shown(notEnough());
    expect(textOf(element)).to.include('31% observed, 50% needed');
    expect(element.shadowRoot?.querySelector('path.gap')).to.not.equal(null);
  });

  it('stands the axis in its place before the line comes', async () => {
    for (const width of [120, 240, 320, 480, 1200]) {
      const waiting = document.createElement('hale-trend-line');
      states.find(([state]) => state === 'loading')?.[1](waiting);
      await mountElement(waiting, width);
      const element = await shown(ready(), width);
      const top = (each: Element) =>
        (each.shadowRoot?.querySelector('svg.plot-svg')?.getBoundingClientRect().top ?? 0) -
        each.getBoundingClientRect().top;
      expect(top(element), `at ${width}`).to.equal(top(waiting));
      // In the narrowest form a sentence may need a second line, below all else.
      if (width < 240) continue;
      expect(element.getBoundingClientRect().height, `at ${width}`).to.equal(waiting.getBoundingClientRect().height);
    }
  });

  it('draws a score of 0 as a score and a missing one as a gap', async () => {
    const element = await trend(
      '<hale-trend-line scores="0 0 null null 0" start="2026-01-05" step="7d"></hale-trend-line>',
    );
    expect(element.shadowRoot?.querySelectorAll('path.gap')).to.have.length(1);
    expect(textOf(element)).to.include('no data');
    expect(described(element)).to.match(/From 0 on .* to 0 on .* No data from/);
  });

  it('shows where data stops, hollow, and says since when', async () => {
    const points = ready().trend.points.map((point, i) => (i > 46 ? { ...point, score: null } : point));
    const report = reportOf({
      score: null,
      tier: null,
      trend: { ...ready().trend, points, earlier: null, change: null },
    });
    const element = await shown(report);
    expect(said(element)).to.match(/^No score since 3 Oct.*; it was 76$/);
    expect(circles(element, 'now')).to.have.length(0);
    expect(circles(element, 'earlier')).to.have.length(1);
  });

  it('marks the earlier score hollow, the last one solid, a change of the model, and flags', async () => {
    const element = await shown(ready(), 800);
    expect(circles(element, 'earlier')).to.have.length(1);
    expect(circles(element, 'now')).to.have.length(1);
    expect(textOf(element)).to.include('model v5');
    expect(textOf(element)).to.include('3 flags');
  });

  it('describes start, end, change, extremes and gaps, and hides the drawing from assistive technology', async () => {
    const element = await shown(ready());
    expect(described(element)).to.match(
      /^From 66 on 15 Nov.* to 62 on 14 Nov.* Down 12 in 28 days\. Highest 81\.5 on .* lowest 62 on .* No data from .* Model v5 since/,
    );
    const svg = element.shadowRoot?.querySelector('svg.plot-svg');
    expect(svg?.getAttribute('aria-hidden')).to.equal('true');
    expect(svg?.querySelectorAll('[tabindex]')).to.have.length(0);
  });

  it('says that it draws averages when there are more than 500 points', async () => {
    const points = Array.from({ length: 1500 }, (_, i) => ({
      at: before(1500 - i),
      score: 40 + (i % 30),
      version: '1',
    }));
    const element = await shown(reportOf({ trend: { ...ready().trend, points } }), 1200);
    expect(textOf(element)).to.include('each point the average of 4 days');
    expect(part(element, 'line').getAttribute('d')?.match(/L/g)?.length).to.be.below(500);
    expect(Number(part(element, 'plot').getAttribute('aria-valuemax'))).to.be.below(500);
  });

  describe('with a forecast', () => {
    const later = (days: number) => new Date(Date.parse(asOf) + days * 86_400_000).toISOString();
    const drawn = (element: Element, name: string) => element.shadowRoot?.querySelectorAll(`path.${name}`).length;

    for (const width of [240, 320, 480, 1200]) {
      it(`draws it dashed, in a band, and names it, at ${width} px`, async () => {
        const element = await shown(foreseen(), width);
        expect([drawn(element, 'band'), drawn(element, 'edge')]).to.deep.equal([1, 2]);
        expect(textOf(element)).to.match(/forecast for 12 Dec.* \(dashed\): 54, 80% likely within 45 to 66/);
        expect(said(element)).to.match(/^Down 12 in 28 days/);
        const box = element.getBoundingClientRect();
        for (const text of element.shadowRoot?.querySelectorAll('svg text') ?? []) {
          const { left, right } = text.getBoundingClientRect();
          expect(left >= box.left - 1 && right <= box.right + 1, text.textContent ?? '').to.equal(true);
        }
      });
    }

    it('keeps the score, the earlier one and the forecast apart where they lie close', async () => {
      const climb = ready().trend.points.map((point, week) => ({ ...point, score: 25 + week }));
      const trend = { ...ready().trend, points: climb, earlier: climb.at(-5) ?? null, change: 4 };
      for (const width of [240, 280, 320, 400]) {
        const element = await shown(foreseen(reportOf({ trend, score: climb.at(-1)?.score ?? null })), width);
        const boxes = [...(element.shadowRoot?.querySelectorAll('svg text') ?? [])].map((text) => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        const touching = boxes.flatMap((one, place) =>
          boxes
            .slice(place + 1)
            .filter(
              ({ box }) =>
                one.box.left < box.right &&
                box.left < one.box.right &&
                one.box.top + 3 < box.bottom - 4 &&
                box.top + 3 < one.box.bottom - 4,
            )
            .map(({ text }) => `${one.text} and ${text} at ${width} px`),
        );
        expect(touching).to.deep.equal([]);
      }
    });

    it('leaves it to wider places, and out of a row', async () => {
      expect(drawn(await shown(foreseen(), 120), 'band')).to.equal(0);
    });

    it('begins to read today, and reads what is ahead as a forecast', async () => {
      const element = await shown(foreseen());
      const plot = part(element, 'plot');
      plot.focus();
      expect(plot.getAttribute('aria-valuetext')).to.match(/^14 Nov.*: 62, Watch$/);
      await press(element, 'ArrowRight');
      expect(said(element)).to.match(/^21 Nov.*: forecast 60, 57 to 63$/);
      await press(element, 'End');
      expect(said(element)).to.match(/^12 Dec.*: forecast 54, 45 to 66$/);
      expect(described(element)).to.match(/Forecast for 12 Dec.*: 54, 80% likely within 45 to 66\.$/);
    });

    it('keeps it apart from scores in the table and in the file', async () => {
      const element = await shown(foreseen());
      part(element, 'table-toggle').click();
      await settled(element);
      const headings = [...(element.shadowRoot?.querySelectorAll('th button') ?? [])].map((each) =>
        each.textContent?.trim(),
      );
      expect(headings.slice(-3)).to.deep.equal(['Forecast', 'Low', 'High']);
      const lines = (await savedBy(part(element, 'download'))).text.trim().split(/\r?\n/);
      expect(lines.at(-1)).to.match(/^2026-12-12T09:00:00\.000Z,,.*,54,45,66$/);
      expect(lines.find((line) => line.startsWith('2026-11-14'))).to.match(/,62,.*,,,$/);
    });

    it('says why there is none, and shows nothing made up where it is nonsense', async () => {
      const none = await shown(foreseen(ready(), { points: [], reason: { code: 'too-few-points', sentence: '' } }));
      expect(textOf(none)).to.include('no forecast: too little history');
      expect(drawn(none, 'band')).to.equal(0);
      const ahead = foreseen().trend.forecast?.points ?? [];
      const upsideDown = ahead.map(({ low, high, ...point }) => ({ ...point, low: high, high: low }));
      for (const points of [upsideDown, [{ at: later(-7), score: 1, low: 0, high: 2 }], [{ at: null }], 'x']) {
        const element = await shown(foreseen(ready(), { points }));
        expect(drawn(element, 'band')).to.equal(0);
        expect(textOf(element)).not.to.include('forecast');
        expect(said(element)).to.match(/^Down 12 in 28 days/);
      }
      const many = Array(200_000).fill({ at: later(7), score: 50, low: 40, high: 60 });
      expect(drawn(await shown(foreseen(ready(), { points: many })), 'band')).to.equal(1);
    });

    it('tells none where data has stopped', async () => {
      const points = ready().trend.points.map((point, i) => (i > 46 ? { ...point, score: null } : point));
      const element = await shown({ ...foreseen(), score: null, tier: null, trend: { ...foreseen().trend, points } });
      expect(drawn(element, 'band')).to.equal(0);
    });
  });

  describe('read by keyboard', () => {
    it('is one stop, moves by arrows, Home and End, and reads into the headline', async () => {
      const element = await shown(ready());
      const plot = part(element, 'plot');
      expect(element.shadowRoot?.querySelectorAll('[tabindex="0"]')).to.have.length(1);
      plot.focus();
      await press(element, 'ArrowLeft');
      expect(said(element)).to.match(/^7 Nov.*: 65, Watch$/);
      expect(plot.getAttribute('aria-valuetext')).to.equal(said(element));
      await press(element, 'Home');
      expect(said(element)).to.match(/^15 Nov.*: 66, Watch$/);
      await press(element, 'ArrowLeft');
      expect(said(element)).to.match(/^15 Nov/);
      await press(element, 'End');
      expect(said(element)).to.match(/^14 Nov.*: 62, Watch$/);
      expect(element.shadowRoot?.querySelectorAll('.cross')).to.have.length(1);
    });

    it('moves the way of the arrow up with PageUp, ten points at a time', async () => {
      const element = await shown(ready());
      await press(element, 'Home');
      await press(element, 'PageUp');
      const tenth = said(element);
      await press(element, 'Home');
      for (let i = 0; i < 10; i++) await press(element, 'ArrowUp');
      expect(said(element)).to.equal(tenth);
      await press(element, 'PageDown');
      expect(said(element)).to.match(/^15 Nov.*: 66, Watch$/);
    });

    it('leaves the shortcuts of the browser alone', async () => {
      const element = await shown(ready());
      let through = 0;
      element.addEventListener('keydown', () => through++);
      for (const modifier of ['altKey', 'ctrlKey', 'metaKey'] as const) {
        await press(element, 'ArrowLeft', { [modifier]: true });
      }
      expect(said(element)).to.match(/^Down 12/);
      expect(through).to.equal(3);
    });

    it('reads a gap as a gap', async () => {
      const element = await shown(ready());
      part(element, 'plot').focus();
      await press(element, 'Home');
      for (let i = 0; i < 30; i++) await press(element, 'ArrowRight');
      expect(said(element)).to.match(/^13 Jun.*: no data$/);
    });

    it('leaves with Escape, and lets Escape through when nothing is read', async () => {
      const element = await shown(ready());
      let through = 0;
      element.addEventListener('keydown', () => through++);
      part(element, 'plot').focus();
      await press(element, 'ArrowLeft');
      await press(element, 'Escape');
      expect(said(element)).to.match(/^Down 12/);
      expect(through).to.equal(0);
      await press(element, 'Escape');
      expect(through).to.equal(1);
    });

    it('mirrors with the text: to the left is later where it runs from right to left', async () => {
      const box = await mount('<div dir="rtl"><hale-trend-line></hale-trend-line></div>');
      const element = box.querySelector('hale-trend-line');
      if (!element) throw new Error('The trend line should be there.');
      element.report = ready();
      await settled(element);
      await press(element, 'Home');
      await press(element, 'ArrowLeft');
      expect(said(element)).to.match(/^22 Nov/);
      const group = element.shadowRoot?.querySelector('svg.plot-svg > g');
      expect(group?.getAttribute('transform')).to.equal('translate(480 0) scale(-1 1)');
      box.dir = 'ltr';
      await settled(element);
      await settled(element);
      expect(group?.hasAttribute('transform')).to.equal(false);
    });

    it('shows which keys do what while it has the keyboard', async () => {
      const element = await shown(ready());
      const keys = part(element, 'keys');
      expect([getComputedStyle(keys).display, keys.textContent]).to.deep.equal(['none', '']);
      const toggle = part(element, 'table-toggle');
      part(element, 'plot').focus();
      await settled(element);
      expect(getComputedStyle(keys).display).to.equal('flex');
      expect(keys.textContent).to.match(/←.*→.*point.*Home.*End.*Esc/s);
      // What is drawn without the keys again is the same, so that nothing loses the keyboard.
      toggle.focus();
      await press(element, 'Escape');
      element.requestUpdate();
      await settled(element);
      expect(getComputedStyle(keys).display).to.equal('none');
      expect([keys.textContent, element.shadowRoot?.activeElement]).to.deep.equal(['', toggle]);
    });
  });

  it('is read by pointing at it, until the pointer leaves', async () => {
    const element = await shown(ready());
    const plot = part(element, 'plot');
    const { left, top } = plot.getBoundingClientRect();
    plot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 50, clientY: top + 40 }));
    await settled(element);
    expect(said(element)).to.match(/^15 Nov.*: 66, Watch$/);
    plot.dispatchEvent(new PointerEvent('pointerleave'));
    await settled(element);
    expect(said(element)).to.match(/^Down 12/);
  });

  describe('as a table', () => {
    const rows = (element: Element) => [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
    const text = (row: Element | undefined) => [...(row?.children ?? [])].map((cell) => cell.textContent?.trim());

    it('opens, sorts by any heading, and closes', async () => {
      const element = await shown(ready());
      expect(rows(element)).to.have.length(0);
      const toggle = part(element, 'table-toggle');
      expect(toggle.getAttribute('aria-expanded')).to.equal('false');
      toggle.click();
      await settled(element);
      expect(toggle.getAttribute('aria-expanded')).to.equal('true');
      expect(rows(element)).to.have.length(53);
      expect(text(rows(element)[0])?.slice(1)).to.deep.equal(['66.0', 'Watch', '4']);
      const [, score] = element.shadowRoot?.querySelectorAll<HTMLButtonElement>('thead button') ?? [];
      score?.click();
      await settled(element);
      expect(score?.closest('th')?.getAttribute('aria-sort')).to.equal('ascending');
      expect(text(rows(element)[0])?.[1]).to.equal('62.0');
      expect(text(rows(element).at(-1))?.[1]).to.equal('no data');
      score?.click();
      await settled(element);
      expect(score?.closest('th')?.getAttribute('aria-sort')).to.equal('descending');
      const scores = rows(element).map((row) => text(row)?.[1]);
      expect(scores[0]).to.equal('81.5');
      expect(scores.at(-1)).to.equal('no data');
      toggle.click();
      await settled(element);
      expect(rows(element)).to.have.length(0);
    });

    it('is saved as CSV, with dates a machine reads and nothing for what is missing', async () => {
      const element = await shown(reportOf({ account: { id: 'a', name: 'Acme / Co' } }));
      part(element, 'table-toggle').click();
      await settled(element);
      const { name, text } = await savedBy(part(element, 'download'));
      expect(name).to.equal('Acme-Co-Health-12-months.csv');
      const lines = text.split('\r\n');
      expect(lines[0]).to.equal('Date,Score,Tier,Model');
      expect(lines[1]).to.equal('2025-11-15T09:00:00.000Z,66,Watch,4');
      expect(lines[31]).to.equal('2026-06-13T09:00:00.000Z,,,4');
      expect(lines).to.have.length(55);
    });

    it('has headings and buttons that can be hit', async () => {
      const element = await shown(ready());
      part(element, 'table-toggle').click();
      await settled(element);
      for (const button of element.shadowRoot?.querySelectorAll('button') ?? []) {
        expect(button.getBoundingClientRect().height, button.textContent ?? '').to.be.at.least(24);
      }
    });
  });

  it('knows no tier where the scale has none, as in what a customer sees', async () => {
    const element = await shown(reportOf({ tiers: [], tier: null }));
    expect(said(element)).to.equal('Down 12 in 28 days');
    expect(element.shadowRoot?.querySelectorAll('path.axis')).to.have.length(1);
    expect(element.shadowRoot?.querySelector('path.axis.plain')).to.not.equal(null);
    await press(element, 'Home');
    expect(said(element)).to.match(/^15 Nov.*: 66$/);
    part(element, 'table-toggle').click();
    await settled(element);
    expect(textOf(element)).to.not.match(/Watch|Healthy|At risk|Tier/);
  });

  it('is the line alone in a row, with its sentence as its name', async () => {
    const element = await shown(ready(), 88);
    element.layout = 'row';
    await settled(element);
    expect(textOf(element)).to.equal('');
    expect(part(element, 'plot').getAttribute('aria-label')).to.equal('Health, Down 12 in 28 days');
  });

  it('writes dates in the time zone it is given', async () => {
    const element = await shown(reportOf({ asOf: '2026-11-14T23:00:00Z' }));
    expect(textOf(element)).to.match(/As of 14 Nov.*23:00/);
    element.timeZone = 'Asia/Tokyo';
    await settled(element);
    expect(textOf(element)).to.match(/As of 15 Nov.*08:00/);
  });

  for (const [what, report] of hostile) {
    it(`does not break on ${what} in the place of a report`, async () => {
      const silenced = console.error;
      console.error = () => {};
      // What TypeScript would refuse, pages without it hand over.
      const element = await shown(report as TrendLine['report']);
      console.error = silenced;
      expect(textOf(element)).to.not.match(/NaN|undefined|null|\[object/);
      expect(textOf(element).length).to.be.within(3, 3000);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });
  }

  it('never grows wider than its container, down to 60 px', async () => {
    for (const width of [60, 96, 120, 239, 240, 279, 280, 320, 439, 440, 480, 700]) {
      const element = await shown(ready(), width);
      for (const inner of element.shadowRoot?.querySelectorAll('p, svg, text, button') ?? []) {
        if (inner.classList.contains('unseen')) continue;
        expect(inner.getBoundingClientRect().right, `${inner.getAttribute('class')} at ${width}`).to.be.at.most(
          element.getBoundingClientRect().right + 1.5,
        );
      }
    }
  });

  it('says in its fallback what it would show', () => {
    const { fallback } = customElements.get('hale-trend-line') as typeof TrendLine;
    expect(fallback({ report: ready() })).to.equal('Averlund Freight: 62 of 100, Watch. Down 12 in 28 days.');
    expect(fallback({ label: 'Acme', scores: '62 64', start: '2026-01-05' })).to.equal('Acme: 64 of 100, Watch');
    expect(fallback({})).to.equal('');
  });
});
