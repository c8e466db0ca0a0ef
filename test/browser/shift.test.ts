import type { Report } from '@hale/core/report';
import '@hale/widgets/define';
import { expect } from 'chai';
import { fourWeeksBefore } from '../support/change.ts';
import { isIn, mount, settled, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import { arrived, told } from '../support/sources.ts';
import type { ReportElement } from '../support/states.ts';

/** As high whatever a report says. */
const tags = ['hale-gauge', 'hale-trend-line', 'hale-heat-map', 'hale-status'] as const;

/** What each row is of those that are as high as there is to show. */
const rows = {
  'hale-activity-dots': '.name',
  'hale-breakdown': '.ledger tbody tr',
  'hale-playbook': '.step',
  'hale-risk-flags': '.flag',
  'hale-what-changed': '.waterfall :is(tbody, tfoot) tr',
} as const;

/** The report of Averlund Freight; and one with more of people, steps and flags. */
function reports(): readonly Report[] {
  const report = ready();
  const [grid] = report.activity?.grids ?? [];
  const [playbook] = report.playbooks ?? [];
  const [, ...signals] = report.signals ?? [];
  if (!report.activity || !grid || !playbook) throw new Error('The report should tell of people and of what to do.');
  const people = [...grid.rows, ...grid.rows.slice(0, 4).map((row) => ({ ...row, id: `${row.id} too` }))];
  const more = {
    ...report,
    activity: { ...report.activity, grids: [{ ...grid, rows: people }] },
    playbooks: [
      {
        ...playbook,
        steps: [
          ...playbook.steps,
          'Agree on a plan with the sponsor',
          'Write down what was agreed upon',
          'Look at their use a week later',
        ],
      },
    ],
    signals: [...signals, ...signals.map((signal) => ({ ...signal, id: `${signal.id} too` }))],
  };
  return [report, more];
}

describe('a report that arrives', () => {
  afterEach(unmountAll);

  for (const tag of tags) {
    it(`moves nothing that stands below: <${tag}>`, async () => {
      for (const width of [240, 320, 480, 900]) {
        const box = await mount(`<div><${tag} account="averlund"></${tag}><p>Below</p></div>`, width);
        const element = box.querySelector<ReportElement>(tag);
        const below = box.querySelector('p');
        if (!element || !below) throw new Error('The widget and what is below should be there.');
        const source = told();
        element.source = source;
        await settled(box);
        const before = below.getBoundingClientRect().top;
        source.tell(arrived(ready()));
        await settled(box);
        expect(isIn(element, 'ready'), `${width} px`).to.equal(true);
        expect(below.getBoundingClientRect().top, `at ${width} px`).to.equal(before);
      }
    });
  }

  for (const [tag, row] of Object.entries(rows)) {
    /** The widget in a page `width` px wide, with what stands below it, waiting until its source tells of a report. */
    const wait = async (width: number, prepare: (element: ReportElement) => void = () => {}) => {
      const box = await mount(`<div><${tag} account="averlund"></${tag}><p>Below</p></div>`, width);
      const element = box.querySelector<ReportElement>(tag);
      const below = box.querySelector('p');
      if (!element || !below) throw new Error('The widget and what is below should be there.');
      const source = told();
      Object.assign(element, { source, earlier: fourWeeksBefore() });
      prepare(element);
      await settled(box);
      const top = () => below.getBoundingClientRect().top;
      const bring = async (report: Report) => {
        source.tell(arrived(report));
        await settled(box);
        expect(element.shadowRoot?.querySelector(row) != null, `<${tag}> shows its rows`).to.equal(true);
      };
      return { element, top, bring };
    };

    it(`moves nothing that stands below, where as many rows come as are usual: <${tag}>`, async () => {
      for (const width of [240, 320, 480, 900]) {
        const { top, bring } = await wait(width);
        const before = top();
        await bring(ready());
        expect(top(), `at ${width} px`).to.equal(before);
        unmountAll();
      }
    });

    it(`moves nothing that stands below, where as many rows come as the host keeps room for: <${tag}>`, async () => {
      for (const width of [240, 320, 480, 900]) {
        for (const density of [0.5, 1]) {
          for (const report of reports()) {
            const free = await mount<ReportElement>(`<${tag} style="--hale-density: ${density}"></${tag}>`, width);
            Object.assign(free, { report, earlier: fourWeeksBefore() });
            await settled(free);
            const count = free.shadowRoot?.querySelectorAll(row).length ?? 0;
            const { height } = free.getBoundingClientRect();
            const said = `${count} rows at ${width} px, density ${density}`;
            const { element, top, bring } = await wait(width, ({ style }) => {
              style.setProperty('--hale-density', String(density));
              style.setProperty('--hale-rows', String(count));
            });
            const before = top();
            await bring(report);
            expect(top(), said).to.equal(before);
            expect(element.getBoundingClientRect().height, `less than twice what ${said} take`).to.be.below(height * 2);
            unmountAll();
          }
        }
      }
    });

    it(`is as high as it needs to be where nothing waited for its report: <${tag}>`, async () => {
      const element = await mount<ReportElement>(`<${tag}></${tag}>`, 480);
      Object.assign(element, { report: { ...ready(), signals: [], playbooks: [], activity: null } });
      await settled(element);
      expect(getComputedStyle(element.shadowRoot?.querySelector('[part~="base"]') as Element).minBlockSize).to.match(
        /^(0px|auto)$/,
      );
    });
  }
});
