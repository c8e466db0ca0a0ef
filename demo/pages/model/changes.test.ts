import { compareReports, type Report, reportFromReading } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import fc from 'fast-check';
import { averlund } from '../../../test/support/averlund.ts';
import { changesOf } from './changes.ts';
import { withWeights } from './weights.ts';

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
        const after = moved(averlund, by);
        const changes = changesOf(compareReports(averlund, after), averlund, after);
        if (!changes) throw new Error('both reports have scores');
        expect(changes.from + total(changes.groups.map(({ points }) => points))).to.equal(changes.to);
        for (const group of changes.groups) {
          expect(total(group.lines.map(({ points }) => points))).to.equal(group.points);
        }
      }),
    );
  });

  it('says nothing in figures where one of the two has no score', () => {
    const after = { ...averlund, score: null, tier: null };
    expect(changesOf(compareReports(averlund, after), averlund, after)).to.equal(null);
  });

  it('tells what a metric did once under each cause, and of weights what dimensions carry', () => {
    const now = new Date('2026-11-14T09:00:00Z');
    const reading = (seats: number) => ({
      id: 'acme',
      name: 'Acme',
      observations: new Map(Object.keys(b2bSaas.measures).map((id) => [id, { value: seats, at: now.getTime() }])),
      facts: new Map(),
      activity: null,
      history: [],
      overrides: [],
    });
    const heavier = withWeights(b2bSaas, new Map([['adoption', 0.2]]));
    const before = reportFromReading(b2bSaas, reading(0.9), { now });
    const after = reportFromReading(heavier, reading(0.2), { now });
    const changes = changesOf(compareReports(before, after, { before: b2bSaas, after: heavier }), before, after);
    const [customer, , model] = changes?.groups ?? [];
    const [own, scored] = [customer, model].map((group) => group?.lines.map(({ words }) => words) ?? []);
    expect(own?.length).to.be.above(2);
    expect(own?.join()).not.to.include('carries');
    expect(scored?.filter((words) => words.startsWith('carries '))).to.have.length.within(2, 5);
    expect(model?.lines.find(({ label }) => label === 'Adoption')?.words).to.equal(
      'carries 9.7% of the score, 35.0% before',
    );
    for (const { lines } of changes?.groups ?? []) {
      const rest = lines.find(({ label }) => label === 'Everything else')?.points ?? 0;
      expect(Math.abs(rest)).to.be.below(10);
    }
  });
});
