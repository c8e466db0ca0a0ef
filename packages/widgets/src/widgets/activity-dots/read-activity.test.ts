import { expect } from 'chai';
import fc from 'fast-check';
import { formatsOf } from '../../ui/formats.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { activityMessages } from './activity-dots.messages.ts';
import { attributeReport, type GivenRow } from './attribute-report.ts';
import { attendance, readActivity } from './read-activity.ts';
import { describeActivity, sayActivity, sayDay, sayNone, sayRow } from './say-activity.ts';

const speech = { words: activityMessages.english, formats: formatsOf('en', 'UTC') };

/** Four weeks from Monday 20 October 2025; one letter a day: a digit, `.` for nothing, `?` for not observed. */
function row(label: string, drawn: string): GivenRow {
  const counts = Array.from({ length: 28 }, (_, i) => {
    const letter = drawn[i % drawn.length] ?? '.';
    return letter === '?' ? null : letter === '.' ? 0 : Number(letter);
  });
  return { label, counts };
}

function read(...rows: GivenRow[]) {
  const report = attributeReport({ rows, start: '2025-10-20' });
  const activity = report && readActivity(report, null);
  if (!activity) throw new Error('There should be a grid.');
  return activity;
}

const daily = row('Daily', '11111..');
const gone = row('Gone', `1111${'.'.repeat(24)}`);
const never = row('Never', '.');

describe('an activity grid read', () => {
  it('sorts by days active, then by what was done', () => {
    const { rows } = read(row('B', '1......'), row('C', '9......'), daily);
    expect(rows.map(({ label }) => label)).to.deep.equal(['Daily', 'C', 'B']);
  });

  it('counts working days that were observed, and no weekend', () => {
    const [first] = read(row('Weekends', '1..?.11')).rows;
    expect(first && attendance(first, 0, 0)).to.deep.equal({ active: 4, of: 16 });
    expect(first && attendance(first, 0, 21)).to.deep.equal({ active: 1, of: 4 });
  });

  it('calls a row quiet after seven days, not before, and not when it is not observed', () => {
    const quiet = (drawn: string) => read(row('Row', drawn)).rows[0]?.quiet;
    expect(quiet(`${'1'.repeat(21)}.......`)).to.equal(7);
    expect(quiet(`${'1'.repeat(22)}......`)).to.equal(null);
    expect(quiet(`1111${'.'.repeat(24)}`)).to.equal(24);
    expect(quiet(`1111${'.'.repeat(19)}?????`)).to.equal(null);
    expect(quiet('.')).to.equal(null);
  });

  it('takes the grid asked for, and none where there is none of that kind', () => {
    const grids = ['user', 'team'].map((by) => ({ by, label: by, rows: [{ label: by, counts: [1] }], more: 2 }));
    const report: GivenReport = { activity: { start: '2025-10-20', days: 1, grids } };
    expect(readActivity(report, null)?.by).to.equal('user');
    expect(readActivity(report, 'team')?.by).to.equal('team');
    expect(readActivity(report, 'team')?.more).to.equal(2);
    expect(readActivity(report, 'feature')).to.equal(null);
    expect(readActivity({ activity: null }, null)).to.equal(null);
  });

  it('names who has gone quiet, up to three, and counts the others', () => {
    const also = (label: string) => ({ ...gone, label });
    expect(sayActivity(read(daily, gone), speech)).to.equal('Gone has gone quiet');
    expect(sayActivity(read(daily, gone, also('A'), also('B')), speech)).to.equal('Gone, A and B have gone quiet');
    expect(sayActivity(read(daily, gone, also('A'), also('B'), also('C')), speech)).to.equal(
      'Gone, A and 2 more have gone quiet',
    );
  });

  it('says so when all are quiet, all are active, or some are', () => {
    const lastMonth = row('Last month', `${'.'.repeat(22)}1.....`);
    expect(sayActivity(read(gone, never), speech)).to.equal('Both have gone quiet');
    expect(sayActivity(read(gone, gone, never), speech)).to.equal('All 3 have gone quiet');
    expect(sayActivity(read(daily), speech)).to.equal('Was active in the last 7 days');
    expect(sayActivity(read(daily, daily, lastMonth), speech)).to.equal('All 3 were active in the last 7 days');
    expect(sayActivity(read(daily, never), speech)).to.equal('1 of 2 were active in the last 7 days');
  });

  it('ends a row with its working days, or with how long it has been quiet', () => {
    const activity = read(daily, gone, row('Unseen', '?'));
    const ends = activity.rows.map((each) => sayRow(each, activity, 14, speech));
    expect(ends).to.deep.equal(['10 of 10', 'quiet 24 days', 'no data']);
    expect(activity.rows.map((each) => sayRow(each, activity, 14, speech, true))[1]).to.equal('quiet 24 d');
  });

  it('says a day: what was done, whether a key feature was, nothing, or no data', () => {
    const activity = read({ ...row('Row', '5.1?'), key: [1] });
    const [first] = activity.rows;
    // Engines differ on a comma after the weekday.
    const said = [0, 1, 2, 3].map(
      (day) => first && sayDay(activity, first, day, speech).replace(/(\w{3}),? (\d)/, '$1 $2'),
    );
    expect(said).to.deep.equal([
      'Row, Mon 20 Oct: 5 actions, a key feature among them',
      'Row, Tue 21 Oct: nothing',
      'Row, Wed 22 Oct: 1 action',
      'Row, Thu 23 Oct: no data',
    ]);
  });

  it('describes every row', () => {
    expect(describeActivity(read(daily, gone), 0, speech)).to.equal(
      '2 rows from 20 Oct 2025 to 16 Nov 2025, most active first. Daily: active on 20 of 20 weekdays. Gone: quiet 24 days.',
    );
  });

  it('knows that nothing happened from that nobody can say', () => {
    const none = (activity: unknown) => sayNone({ activity } as Parameters<typeof sayNone>[0], speech);
    expect(none({ start: '2025-10-20', days: 28, grids: [] })).to.equal('No activity in 28 days');
    expect(none({ start: '2025-10-20', days: 1, grids: [] })).to.equal('No activity in 1 day');
    for (const unknown of [
      null,
      undefined,
      {},
      { start: '2025-10-20', days: 28 },
      { start: 'x', days: 28, grids: [] },
    ]) {
      expect(none(unknown)).to.equal('No activity observed');
    }
    const others = { start: '2025-10-20', days: 28, grids: [{ by: 'user', rows: [] }] };
    expect(none(others)).to.equal('No activity observed');
  });

  it('never throws nor says NaN, whatever it is given', () => {
    const rows = fc.array(fc.record({ label: fc.anything(), counts: fc.anything(), key: fc.anything() }));
    const grids = fc.array(fc.record({ by: fc.constant('user'), rows, more: fc.anything() }));
    fc.assert(
      fc.property(fc.anything(), fc.anything(), grids, (start, days, given) => {
        // What TypeScript would refuse, pages without it hand over.
        const report = { activity: { start, days, grids: given } } as GivenReport;
        const activity = readActivity({ activity: { ...report.activity, start: '2025-10-20' } }, null);
        readActivity(report, null);
        if (activity) expect(describeActivity(activity, 0, speech)).not.to.match(/NaN|undefined/);
      }),
    );
  });
});
