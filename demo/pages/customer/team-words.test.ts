import type { Activity, ActivityRow } from '@hale/core/report';
import { expect } from 'chai';
import { teamWords } from './team-words.ts';

const row = (label: string, ...weeks: number[]): ActivityRow => ({
  id: label,
  label,
  counts: weeks.flatMap((count) => Array<number>(7).fill(count)),
});
const activity = (teams: ActivityRow[], features: ActivityRow[] = []): Activity => ({
  start: '2026-11-01',
  days: 14,
  grids: [
    { by: 'team', label: 'Teams', rows: teams, more: 0 },
    { by: 'feature', label: 'Features', rows: features, more: 0 },
  ],
});

describe('what a customer is told of its teams', () => {
  it('says how many worked this week, the busiest, and what went unused', () => {
    const words = teamWords(
      activity(
        [row('Dispatch', 3, 3), row('Finance', 1, 0)],
        [row('Exports', 1, 0), row('Returns', 2, 0), row('Alerts', 0, 4)],
      ),
    );
    expect(words.headline).to.equal('1 of your 2 teams worked here this week');
    expect(words.lead).to.equal(
      'Dispatch was here on 10 of the last 10 weekdays. Finance has not been here for a week. Exports and Returns have not been used for a week.',
    );
  });

  it('says it plainly when all, or none, did', () => {
    expect(teamWords(activity([row('A', 1), row('B', 1)])).headline).to.equal(
      'Both of your teams worked here this week',
    );
    expect(teamWords(activity([row('A', 1), row('B', 1), row('C', 2)])).headline).to.equal(
      'All 3 of your teams worked here this week',
    );
    expect(teamWords(activity([row('A', 2, 0)])).headline).to.equal('None of your teams worked here this week');
  });

  it('speaks of features where no teams are known', () => {
    const words = teamWords(activity([], [row('Exports', 1, 0), row('Alerts', 0, 4)]));
    expect(words).to.deep.equal({
      headline: '1 of your 2 features was used this week',
      lead: 'Exports has not been used for a week.',
    });
  });

  it('says that nobody has come yet where there is no activity, and that nobody is left where there was', () => {
    expect(teamWords(null).headline).to.equal('Nobody has signed in yet');
    expect(teamWords(null, true).headline).to.equal('Nobody has signed in for four weeks');
  });
});
