import { RoleView, roleMessages, setMessages } from '@hale/widgets';
import '@hale/widgets/define/role-view.js';
import '@hale/widgets/languages/ar.js';
import { expect } from 'chai';
import { faults, paint } from '../support/axe.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { hostile, nothingYet, ready, reportOf } from '../support/reports.ts';
import { told } from '../support/sources.ts';
import { viewOf } from '../support/view.ts';
import { records, statesOf, withFeatures } from '../support/widget-states.ts';

const made = (given: Partial<RoleView>) => Object.assign(document.createElement('hale-role-view'), given);
const readings = (element: RoleView) =>
  [...(element.shadowRoot?.querySelectorAll('[part~="reading"]') ?? [])].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
const headline = (element: RoleView) => part(element, 'headline').textContent;
const views = ['success', 'sales', 'product', 'customer'] as const;

describe('<hale-role-view>', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  it('tells customer success how the score went, and what of the heaviest dimensions costs most', async () => {
    const element = await mountElement(made({ report: ready() }), 640);
    expect(headline(element)).to.match(/^Down 12 in 28 days; below Healthy since/);
    expect(readings(element)).to.have.length(5);
    expect(readings(element)[0]).to.match(/^Adoption 54 Breadth: 3 of 6/);
    expect(readings(element)[4]).to.match(/^Risk flags 3 /);
  });

  it('names a metric and what was read of it in the order of the language, whichever way the name runs', async () => {
    const box = await mount('<div lang="ar" dir="rtl"></div>', 640);
    box.append(made({ report: ready() }));
    await settled(box);
    const comparison = box.firstElementChild?.shadowRoot?.querySelector('.comparison bdi');
    expect(comparison?.textContent).to.match(/Breadth.*: [3٣] من [6٦]$/);
    const words = [...(comparison?.childNodes ?? [])].find(
      (node) => node instanceof Text && node.data.includes('Breadth'),
    );
    const lefts = [/Breadth/, /[3٣]/, /من/, /[6٦]/].map((what) => {
      const { 0: found, index } = what.exec(words?.textContent ?? '') as RegExpExecArray;
      const range = document.createRange();
      range.setStart(words as Text, index);
      range.setEnd(words as Text, index + found.length);
      return range.getBoundingClientRect().left;
    });
    expect(lefts).to.deep.equal([...lefts].sort((a, b) => b - a));
  });

  it('draws how a dimension went where its history was kept', async () => {
    const report = ready();
    const points = report.trend.points.map((point) => ({ ...point, dimensions: { adoption: 66 } }));
    const earlier = { at: points.at(-5)?.at ?? '', score: 74 };
    const element = await mountElement(
      made({ report: { ...report, trend: { ...report.trend, points, earlier } } }),
      640,
    );
    expect(readings(element)[0]).to.match(/^Adoption 54 Down 12 in 28 days$/);
    expect(element.shadowRoot?.querySelectorAll('.spark')).to.have.length(1);
  });

  it('tells sales of renewal and seats as the records say, and says what they do not', async () => {
    const element = await mountElement(made({ report: ready(), view: 'sales', facts: records }), 640);
    expect(headline(element)).to.equal('Renewal in 77 days; 19 of 60 seats not in use');
    expect(readings(element).slice(1, 3)).to.deep.equal(['Yearly value €84,000', 'Seats in use 41 of 60 68%']);
    for (const [renewal, when] of [
      ['2026-11-14', 'today'],
      ['2026-11-15', 'in 1 day'],
      ['2026-11-13', '1 day ago'],
      ['2026-11-12', '2 days ago'],
    ] as const) {
      element.facts = { ...records, renewal };
      await settled(element);
      expect(headline(element)).to.match(new RegExp(`^Renewal ${when};`));
    }
    element.facts = null;
    await settled(element);
    expect(headline(element)).to.equal('Renewal not known; seats not known');
    expect(readings(element).slice(0, 3)).to.deep.equal([
      'Renewal not known',
      'Yearly value not known',
      'Seats in use not known',
    ]);
    expect(element.shadowRoot?.querySelectorAll('.missing.value')).to.have.length(3);
    expect(part(element, 'figure').querySelector('.missing')).to.not.equal(null);
  });

  it('tells product which features are used, how much each week, and what adoption is made of', async () => {
    const element = await mountElement(made({ report: withFeatures(), view: 'product' }), 640);
    expect(headline(element)).to.equal('Order entry is used most; Returns not at all');
    expect(readings(element)[0]).to.equal('Actions this week 420 490 the week before');
    expect(readings(element)[1]).to.equal('Seats in use 41 of 60 81 of 100');
    expect(part(element, 'figure').querySelectorAll('.used')).to.have.length(5);
  });

  it('shows the customer its own score, metrics and teams, and no tier, flag or person', async () => {
    const view = viewOf();
    const people = { by: 'user', label: 'People', rows: [{ id: 'p', label: 'Mia Person', counts: [1] }], more: 0 };
    const grids = [...(view.activity?.grids ?? []), people];
    const report = { ...view, activity: view.activity && { ...view.activity, grids } };
    const element = await mountElement(made({ report, view: 'customer' }), 640);
    expect(headline(element)).to.equal('Down 12 in 28 days');
    expect(readings(element)).to.deep.equal([
      'Actions this week 21 21 the week before',
      'Seats in use 30 of 50',
      'Active teams 1 of 2 this week',
      'Dispatch 21 21 the week before',
      'Finance 0 0 the week before',
    ]);
    expect(textOf(element)).to.not.match(/Watch|At risk|Healthy|flag|Mia/);
  });

  it('refuses to show a customer a report', async () => {
    const element = await mountElement(made({ report: ready(), view: 'customer' }), 640);
    await settled(element);
    expect(readings(element)).to.deep.equal([]);
    expect(textOf(element)).to.not.match(/62|Watch|Averlund/);
  });

  it('does not take what is not observed for 0', async () => {
    const element = await mountElement(made({ report: nothingYet(), view: 'success' }), 640);
    expect(isIn(element, 'empty')).to.equal(true);
    expect(readings(element)).to.deep.equal(['Risk flags not observed']);
    element.report = reportOf({ dimensions: ready().dimensions.map((each) => ({ ...each, score: null })) });
    await settled(element);
    expect(readings(element)[0]).to.equal('Adoption not observed');
  });

  for (const view of views) {
    it(`shows something honest of anything it is given: ${view}`, async () => {
      for (const [, report] of hostile) {
        const element = made({ view, facts: { currency: 'x', seats: Number.NaN } });
        Reflect.set(element, 'report', report);
        await mountElement(element, 480);
        expect(textOf(element)).to.not.match(/NaN|undefined|null|\[object/);
        unmountAll();
      }
    });
  }

  it('is as wide as its container, in every view, at every width', async () => {
    for (const view of views) {
      for (const width of [120, 240, 320, 480, 840, 1200]) {
        const report = view === 'customer' ? viewOf() : ready();
        const element = await mountElement(made({ view, report, facts: records }), width);
        expect(element.scrollWidth, `${view} at ${width}`).to.be.at.most(width);
        const base = part(element, 'base');
        expect(base.scrollWidth, `${view} at ${width}, inside`).to.be.at.most(width);
        unmountAll();
      }
    }
  });

  for (const width of [120, 320, 640, 900]) {
    it(`keeps the room of five readings while it loads, and where there are fewer, ${width} px wide`, async () => {
      const report = { ...ready(), dimensions: ready().dimensions.slice(0, 1) };
      const element = await mountElement(made({ source: told(), account: 'a' }), width);
      const room = () => element.shadowRoot?.querySelector('.readings')?.getBoundingClientRect().height;
      const loading = room();
      expect(isIn(element, 'loading')).to.equal(true);
      expect(loading).to.be.a('number');
      element.report = report;
      await settled(element);
      expect(readings(element)).to.have.length(2);
      expect(part(element, 'readings').lastElementChild?.textContent.trim()).to.equal('No further readings');
      expect(room()).to.equal(loading);
    });
  }

  it('speaks another language as soon as it has its words', async () => {
    const element = await mountElement(made({ report: ready(), view: 'sales', facts: records }), 640);
    element.lang = 'nl';
    setMessages('nl', roleMessages, { renewal: 'Verlenging' });
    await settled(element);
    expect(readings(element)[0]).to.match(/^Verlenging/);
  });

  it('says its sentence where nothing can be drawn', () => {
    expect(RoleView.fallback({ report: ready() })).to.match(/^Customer success: Down 12 in 28 days/);
    expect(RoleView.fallback({ report: ready(), view: 'customer' })).to.equal('Your use');
    // Of a reader that there is none of, nothing is told that is not everybody's.
    expect(RoleView.fallback({ report: ready(), view: 'cs' as 'sales' })).to.equal('Your use');
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [120, 320, 900]) {
      it(`has no fault under axe in any state or view, in ${scheme}, ${width} px wide`, async () => {
        paint(scheme);
        const found: string[] = [];
        for (const [, enter] of statesOf('hale-role-view')) {
          const element = made({});
          enter(element);
          await mountElement(element, width);
          found.push(...(await faults(element)));
          unmountAll();
        }
        expect(found).to.deep.equal([]);
      });
    }
  }
});
