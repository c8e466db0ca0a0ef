import type { ActivityDots } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/activity-dots.js';
import { expect } from 'chai';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { press, savedBy } from '../support/reading.ts';
import { hostile, ready, reportOf } from '../support/reports.ts';
import { states } from '../support/states.ts';
import { before } from '../support/weeks.ts';

const said = (element: Element) => part(element, 'headline').textContent?.trim();
const drawn = (element: Element, name: string) =>
  element.shadowRoot?.querySelector(`svg.plot-svg path.${name}`)?.getAttribute('d') ?? '';

async function shown(report: ActivityDots['report'], width = 480): Promise<ActivityDots> {
  const element = document.createElement('hale-activity-dots');
  element.report = report;
  return mountElement(element, width);
}

/** A grid of so many rows and days, every one active on every day. */
function busy(rows: number, days: number, more = 0) {
  const counts = Array.from({ length: days }, () => 3);
  return reportOf({
    activity: {
      start: before(days - 1).slice(0, 10),
      days,
      grids: [
        {
          by: 'user',
          label: 'People',
          more,
          rows: Array.from({ length: rows }, (_, i) => ({ id: `${i}`, label: `Person ${i}`, counts })),
        },
      ],
    },
  });
}

describe('<hale-activity-dots>', () => {
  afterEach(unmountAll);

  it('is drawn from rows and a start', async () => {
    const element = document.createElement('hale-activity-dots');
    element.label = 'Acme';
    element.start = '2026-11-02';
    element.rows = [
      { label: 'Ada', counts: [1, 5, 15, null, 0], key: [1, 0, 0, 0, 0] },
      { label: 'Bob', counts: [0, 0, 0, 0, 2] },
    ];
    await mountElement(element);
    expect(part(element, 'label').textContent).to.equal('Acme, 1 week');
    expect(said(element)).to.equal('Both were active in the last 7 days');
    expect(textOf(element)).to.match(/Ada\s*3 of 4\s*Bob\s*1 of 5/);
    expect(drawn(element, 'key').match(/M/g)).to.have.length(1);
    expect(drawn(element, 'other').match(/M/g)).to.have.length(3);
    expect(drawn(element, 'missing').match(/M/g)).to.have.length(1);
  });

  it('is drawn from a report, the busiest first', async () => {
    const element = await shown(ready(), 634);
    expect(said(element)).to.match(/have gone quiet$/);
    expect(textOf(element)).to.match(/Dispatch lead.*Planner 1.*Planner 2.*quiet \d+ days/);
    expect(part(element, 'label').textContent).to.match(/^Activity, .*\d weeks$/);
  });

  it('is drawn from a source and an account', async () => {
    const element = document.createElement('hale-activity-dots');
    element.source = memorySource([ready()]);
    element.account = 'averlund';
    await mountElement(element);
    expect(textOf(element)).to.include('Dispatch lead');
  });

  for (const [state, enter] of states) {
    for (const width of [80, 120, 240, 320, 480, 1200]) {
      it(`says in words that it is ${state}, at ${width} px`, async () => {
        const element = document.createElement('hale-activity-dots');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: /quiet/,
          partial: width < 240 ? /quiet/ : /quiet.*58% observed/,
          'not-enough': width < 240 ? /quiet/ : /quiet.*31% observed/,
          empty: /No activity observed/,
          stale: width < 240 ? /quiet.*Try again/ : /quiet.*4 days old.*Try again/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
      });
    }
  }

  it('says what its dots mean, and only of those there are', async () => {
    const legend = async (report: ActivityDots['report']) => part(await shown(report), 'legend').textContent;
    expect(await legend(ready())).to.match(/none.*1–4, 5–14, 15\+ actions.*key feature used.*no data/s);
    expect(await legend(busy(2, 14))).to.not.match(/key feature|no data/);
  });

  it('shows as many of the latest weeks as its container has room for, and says so', async () => {
    const element = await shown(busy(3, 84), 320);
    const label = () => part(element, 'label').textContent;
    expect(label()).to.match(/^Activity, last [12] of 1[23] weeks$/);
    element.parentElement?.style.setProperty('width', '634px');
    await settled(element);
    await settled(element);
    expect(label()).to.match(/^Activity, last [45] of 1[23] weeks$/);
  });

  it('draws what was before a request failed hollow, and what is not known faint', async () => {
    const look = async (wanted: string) => {
      const element = document.createElement('hale-activity-dots');
      states.find(([state]) => state === wanted)?.[1](element);
      await mountElement(element);
      return element.shadowRoot?.querySelector('svg.plot-svg')?.classList.item(1);
    };
    expect(await look('ready')).to.equal('solid');
    expect(await look('stale')).to.equal('hollow');
    expect(await look('error')).to.equal('faint');
  });

  it('tells of rows it does not draw, and lists them in the table', async () => {
    const element = await shown(busy(20, 14, 5));
    expect(textOf(element)).to.include('and 10 more');
    element.max = 3;
    await settled(element);
    expect(textOf(element)).to.include('and 22 more');
    part(element, 'table-toggle').click();
    await settled(element);
    expect(element.shadowRoot?.querySelectorAll('tbody tr')).to.have.length(20);
  });

  it('shows the grid it is asked for', async () => {
    const report = busy(1, 14);
    const [people] = report.activity?.grids ?? [];
    if (!people) throw new Error('There should be a grid.');
    report.activity?.grids.push({ ...people, by: 'feature', rows: [{ id: 'x', label: 'Exports', counts: [1, 2] }] });
    const element = await shown(report);
    expect(textOf(element)).to.include('Person 0');
    element.by = 'feature';
    await settled(element);
    expect(textOf(element)).to.include('Exports');
    element.by = 'planet';
    await settled(element);
    expect(said(element)).to.equal('No activity observed');
  });

  it('describes every row in words, and hides the drawing from assistive technology', async () => {
    const element = await shown(ready());
    expect(part(element, 'description').textContent).to.match(
      /^9 rows from .* to 14 Nov.*Dispatch lead: active on \d+ of \d+ weekdays\./,
    );
    expect(element.shadowRoot?.querySelector('svg.plot-svg')?.getAttribute('aria-hidden')).to.equal('true');
  });

  describe('read by keyboard', () => {
    it('is one stop, moves by arrows, Home and End, and reads into the headline', async () => {
      const element = await shown(busy(3, 14));
      const plot = part(element, 'plot');
      expect(element.shadowRoot?.querySelectorAll('[tabindex="0"]')).to.have.length(1);
      plot.focus();
      await press(element, 'ArrowLeft');
      expect(said(element)).to.match(/^Person 0, Fri,? 13 Nov.*: 3 actions$/);
      await press(element, 'ArrowDown');
      expect(said(element)).to.match(/^Person 1, Fri,? 13 Nov/);
      expect(plot.getAttribute('aria-valuetext')).to.equal(said(element));
      await press(element, 'Home');
      expect(said(element)).to.match(/^Person 1, Sun,? 1 Nov/);
      await press(element, 'ArrowUp');
      await press(element, 'ArrowUp');
      expect(said(element)).to.match(/^Person 0, Sun,? 1 Nov/);
      expect(element.shadowRoot?.querySelectorAll('.here')).to.have.length(1);
      await press(element, 'Escape');
      expect(said(element)).to.match(/^All 3 were active/);
    });

    it('mirrors with the text', async () => {
      const box = await mount('<div dir="rtl"><hale-activity-dots></hale-activity-dots></div>');
      const element = box.querySelector('hale-activity-dots');
      if (!element) throw new Error('The dots should be there.');
      element.report = busy(1, 14);
      await settled(element);
      await press(element, 'Home');
      await press(element, 'ArrowLeft');
      expect(said(element)).to.match(/Mon,? 2 Nov/);
    });

    it('does not read on when what was read is no longer shown', async () => {
      const element = await shown(busy(3, 14));
      await press(element, 'Home');
      await press(element, 'ArrowDown');
      element.max = 1;
      await settled(element);
      expect(said(element)).to.match(/^All 3 were active/);
    });
  });

  it('is read by pointing at a dot, not at a name', async () => {
    const element = await shown(busy(2, 14));
    const plot = part(element, 'plot');
    const { left, right, top } = plot.getBoundingClientRect();
    const point = async (clientX: number) => {
      plot.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: top + 50 }));
      await settled(element);
      return said(element);
    };
    expect(await point(left + 4)).to.match(/^Both were active/);
    expect(await point((left + right) / 2)).to.match(/^Person 1, /);
  });

  it('is a table of every day, saved as CSV', async () => {
    const element = document.createElement('hale-activity-dots');
    element.start = '2026-11-02';
    element.rows = [
      { label: '=Ada', counts: [1, null, 15] },
      { label: 'Bob', counts: [0, 0, 2] },
    ];
    await mountElement(element);
    part(element, 'table-toggle').click();
    await settled(element);
    const [name] = element.shadowRoot?.querySelectorAll<HTMLButtonElement>('thead button') ?? [];
    name?.click();
    name?.click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('tbody th')?.textContent).to.equal('Bob');
    const { text } = await savedBy(part(element, 'download'));
    const lines = text.split('\r\n');
    expect(lines[0]).to.match(/^Name,Weekdays active,Days quiet,2 Nov.*,3 Nov.*,4 Nov/);
    expect(lines.slice(1)).to.deep.equal(['Bob,1,,0,0,2', "'=Ada,2,,1,,15", '']);
  });

  for (const [what, report] of hostile) {
    it(`does not break on ${what} in the place of a report`, async () => {
      const silenced = console.error;
      console.error = () => {};
      // What TypeScript would refuse, pages without it hand over.
      const element = await shown(report as ActivityDots['report']);
      console.error = silenced;
      expect(textOf(element)).to.not.match(/NaN|undefined|null|\[object/);
      expect(textOf(element).length).to.be.within(3, 3000);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });
  }

  it('never grows wider than its container, down to 60 px', async () => {
    for (const width of [60, 120, 239, 240, 286, 320, 399, 400, 480, 1200]) {
      const element = await shown(ready(), width);
      for (const inner of element.shadowRoot?.querySelectorAll('p, svg, text, li, button') ?? []) {
        if (inner.classList.contains('unseen')) continue;
        expect(inner.getBoundingClientRect().right, `${inner.getAttribute('class')} at ${width}`).to.be.at.most(
          element.getBoundingClientRect().right + 1.5,
        );
      }
    }
  });

  it('says in its fallback what it would show', () => {
    const { fallback } = customElements.get('hale-activity-dots') as typeof ActivityDots;
    expect(fallback({ report: busy(3, 14) })).to.equal('All 3 were active in the last 7 days');
    expect(fallback({ label: 'Acme', rows: [{ label: 'Ada', counts: [1] }], start: '2026-11-02' })).to.equal(
      'Acme: Was active in the last 7 days',
    );
    expect(fallback({})).to.equal('');
  });
});
