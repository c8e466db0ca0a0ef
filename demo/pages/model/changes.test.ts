import { compareReports, type Report } from '@hale/core';
import { expect } from 'chai';
import fc from 'fast-check';
import { averlund } from '../../../test/support/averlund.ts';
import { changesOf } from './changes.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The same account with every contribution's points moved by these, and the score with them. */
function moved(report: Report, by: readonly number[]): Report {
  const contributions = report.contributions.map((one, place) => ({
    ...one,
    points: (one.points ?? 0) + (by[place] ?? 0),
  }));
  return { ...report, contributions, score: total(contributions.map(({ points }) => points)) };
}

describe('what changed, in figures', () => {
  it('adds up: lines to headings, headings from the score then to the score now', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 12 }), (by) => {
        const changes = changesOf(compareReports(averlund, moved(averlund, by)));
        if (!changes) throw new Error('both reports have scores');
        expect(changes.from + total(changes.groups.map(({ points }) => points))).to.equal(changes.to);
        for (const group of changes.groups) {
          expect(total(group.lines.map(({ points }) => points))).to.equal(group.points);
        }
      }),
    );
  });

  it('says nothing in figures where one of the two has no score', () => {
    expect(changesOf(compareReports(averlund, { ...averlund, score: null, tier: null }))).to.equal(null);
  });
});
