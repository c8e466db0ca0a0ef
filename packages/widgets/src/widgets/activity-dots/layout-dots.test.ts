import { expect } from 'chai';
import fc from 'fast-check';
import { cut } from '../../draw/cut.ts';
import { formatsOf } from '../../ui/formats.ts';
import { activityMessages } from './activity-dots.messages.ts';
import { attributeReport } from './attribute-report.ts';
import { cellsOf, type DotLettering, layoutDots } from './layout-dots.ts';
import { readActivity } from './read-activity.ts';
import { sayActivity } from './say-activity.ts';

const measure = (text: string, size: number) => text.length * size * 0.6;
const lettering: DotLettering = { measure, end: () => '10 of 10', week: (day) => `day ${day}`, column: 'weekdays' };

function grid(labels: readonly string[], days = 84) {
  const rows = labels.map((label) => ({
    label,
    counts: Array.from({ length: days }, (_, i) => (i % 3 ? i % 20 : null)),
  }));
  const report = attributeReport({ rows, start: '2025-08-25' });
  const activity = report && readActivity(report, null);
  if (!activity) throw new Error('There should be a grid.');
  return activity;
}

describe('dot layout', () => {
  it('shows more weeks the wider it is, always the latest', () => {
    const weeks = (width: number) => layoutDots(grid(['Planner']), width, 15, lettering).columns.weeks.length;
    expect([240, 480, 634, 1200].map(weeks)).to.deep.equal([1, 3, 5, 11]);
    expect(layoutDots(grid(['Planner']), 240, 15, lettering).columns.from).to.equal(77);
  });

  it('does not stretch: a short history keeps its words beside it', () => {
    expect(layoutDots(grid(['Planner'], 14), 1200, 15, lettering).width).to.be.below(420);
  });

  it('cuts labels that leave no room, with an ellipsis', () => {
    const [row] = layoutDots(grid(['A very long name of somebody or something']), 240, 15, lettering).rows;
    expect(row?.label).to.match(/^A very.*…$/);
    expect(cut('🦊🦊🦊🦊', 20, (text) => [...text].length * 7)).to.equal('🦊…');
    expect(cut('short', 100, (text) => text.length)).to.equal('short');
  });

  it('draws the first rows, no more than told', () => {
    const names = Array.from({ length: 30 }, (_, i) => `Row ${i}`);
    const layout = layoutDots(grid(names), 480, 12, lettering);
    expect(layout.rows).to.have.length(12);
    expect([...cellsOf(layout)]).to.have.length(12 * layout.xs.length);
  });

  it('draws whom the headline names, in the place of the last that would be drawn', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      label: `Row ${i}`,
      // The last ten were busy once, and are quiet now.
      counts: Array.from({ length: 84 }, (_, day) => (i < 20 ? 30 - i : day < 9 ? 1 : 0)),
    }));
    const report = attributeReport({ rows, start: '2025-08-25' });
    const activity = report && readActivity(report, null);
    if (!activity) throw new Error('There should be a grid.');
    const said = sayActivity(activity, { words: activityMessages.english, formats: formatsOf('en', 'UTC') });
    expect(said).to.equal('Row 20, Row 21 and 8 more have gone quiet');
    const shown = layoutDots(activity, 480, 12, lettering).rows.map(({ label }) => label);
    expect(shown).to.deep.equal([...Array.from({ length: 10 }, (_, i) => `Row ${i}`), 'Row 20', 'Row 21']);
    expect(layoutDots(activity, 480, 1, lettering).rows.map(({ label }) => label)).to.deep.equal(['Row 20']);
  });

  it('never lets dots run into words, weeks into weeks, or anything out of the frame', () => {
    const names = fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 240, max: 1400 }),
        fc.integer({ min: 1, max: 366 }),
        (labels, width, days) => {
          const { rows, xs, weeks, ...layout } = layoutDots(grid(labels, days), width, 15, lettering);
          expect(layout.width).to.be.at.most(width);
          const ends = layout.width - measure('10 of 10', 12);
          for (const x of xs) expect(x).to.be.within(4, ends - 4);
          for (const { label } of rows) expect(measure(label, 13)).to.be.at.most(Math.max(0, (xs[0] ?? 0) - 4 - 4.4));
          weeks.reduce((taken, { x, text }) => {
            expect(x).to.be.at.least(taken);
            return x + measure(text, 12);
          }, 0);
        },
      ),
    );
  });
});
