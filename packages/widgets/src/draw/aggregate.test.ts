import { expect } from 'chai';
import fc from 'fast-check';
import { aggregate } from './aggregate.ts';

const day = 86_400_000;
const daily = (scores: (number | null)[]) => scores.map((score, i) => ({ at: Date.UTC(2024, 0, 1) + i * day, score }));
const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });

describe('aggregate', () => {
  it('leaves up to the limit as given', () => {
    const points = daily(Array.from({ length: 500 }, (_, i) => i % 100));
    expect(aggregate(points)).to.deep.equal({ points, every: 0 });
    expect(aggregate([])).to.deep.equal({ points: [], every: 0 });
  });

  it('draws means of whole days beyond it and says of how many', () => {
    const { points, every } = aggregate(daily(Array.from({ length: 1461 }, () => 62)));
    expect(every).to.equal(3);
    expect(points.length).to.be.within(400, 500);
    expect(points.every((p) => p.score === 62)).to.equal(true);
  });

  it('keeps a gap a gap and does not count it as zero', () => {
    const scores = Array.from({ length: 1000 }, (_, i) => (i >= 400 && i < 430 ? null : 80));
    const { points } = aggregate(daily(scores));
    expect(points.some((p) => p.score === null)).to.equal(true);
    expect(points.every((p) => p.score === null || Math.abs(p.score - 80) < 1e-9)).to.equal(true);
  });

  it('never exceeds the limit, loses the ends, reverses time or leaves the range of what was given', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 12, maxLength: 300 }),
        fc.integer({ min: 8, max: 60 }),
        (scores, limit) => {
          const given = daily(scores);
          const { points } = aggregate(given, limit);
          expect(points.length).to.be.at.most(Math.max(limit, 8));
          expect(points[0]).to.deep.equal(given[0]);
          expect(points.at(-1)).to.deep.equal(given.at(-1));
          const observed = scores.filter((s) => s !== null);
          const low = observed.reduce((a, b) => Math.min(a, b), 100);
          const high = observed.reduce((a, b) => Math.max(a, b), 0);
          points.forEach((p, i) => {
            const before = points[i - 1];
            if (before) expect(p.at).to.be.above(before.at);
            if (p.score !== null) expect(p.score).to.be.within(low - 1e-9, high + 1e-9);
          });
        },
      ),
    );
  });

  it('does not fail on many points at one moment', () => {
    const points = Array.from({ length: 2000 }, () => ({ at: 0, score: 50 }));
    expect(aggregate(points).points.length).to.be.at.most(500);
  });
});
