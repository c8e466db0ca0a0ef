import { expect } from 'chai';
import fc from 'fast-check';
import { onGrid } from '../stats/exact-points.ts';
import { assignTier, holdTier, toneOf } from './assign-tier.ts';

const tiers = [
  { id: 'at-risk', from: 0 },
  { id: 'watch', from: 40 },
  { id: 'healthy', from: 70 },
];

describe('assignTier', () => {
  it('gives an edge to the tier that starts there; the last includes 100', () => {
    const scores = [0, 39.999999999999, 40, 69.999999999999, 70, 100];
    expect(scores.map((score) => assignTier(tiers, score)?.id)).to.deep.equal([
      'at-risk',
      'at-risk',
      'watch',
      'watch',
      'healthy',
      'healthy',
    ]);
  });

  it('gives an edge that the grid of scores lacks to its tier as well', () => {
    for (const from of [33.3, 66.6, 14.1, 70.7]) {
      const two = [
        { id: 'low', from: 0 },
        { id: 'high', from },
      ];
      expect(assignTier(two, onGrid(from))?.id).to.equal('high');
      expect(assignTier(two, onGrid(from - 1e-11))?.id).to.equal('low');
      expect(holdTier(two, onGrid(from + 0.1), 'low', 0.1)?.id).to.equal('high');
      expect(holdTier(two, onGrid(from - 0.1), 'high', 0.1)?.id).to.equal('high');
    }
  });

  it('gives none without a score', () => {
    expect(assignTier(tiers, null)).to.equal(null);
    expect(assignTier([], 50)).to.equal(null);
  });

  it('never puts a higher score in a lower tier', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const place = (given: number) => tiers.findIndex(({ id }) => id === assignTier(tiers, given)?.id);
        expect(place(Math.min(a, b))).to.be.at.most(place(Math.max(a, b)));
      }),
    );
  });
});

describe('toneOf', () => {
  const tones = (count: number) => {
    const tiers = Array.from({ length: count }, (_, index) => ({ id: `${index}`, from: index }));
    return tiers.map((_, index) => toneOf(tiers, index));
  };

  it('goes from worst to best by place', () => {
    expect(tones(1)).to.deep.equal(['healthy']);
    expect(tones(2)).to.deep.equal(['at-risk', 'healthy']);
    expect(tones(3)).to.deep.equal(['at-risk', 'watch', 'healthy']);
    expect(tones(4)).to.deep.equal(['at-risk', 'watch', 'healthy', 'thriving']);
    expect(tones(5)).to.deep.equal(['at-risk', 'at-risk', 'watch', 'healthy', 'thriving']);
  });

  it('is what the model says, where it says', () => {
    expect(toneOf([{ id: 'a', from: 0, tone: 'thriving' }], 0)).to.equal('thriving');
  });
});

describe('holdTier', () => {
  const scale = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 5 })
    .map((edges) => [0, ...edges.sort((a, b) => a - b)].map((from) => ({ id: `from ${from}`, from })));
  const score = fc.double({ min: 0, max: 100, noNaN: true });
  const margin = fc.integer({ min: 0, max: 20 });

  it('settles at once: the same score again gives the same tier again, wherever it came from', () => {
    fc.assert(
      fc.property(scale, score, margin, fc.nat({ max: 5 }), (tiers, score, margin, place) => {
        const before = tiers[place % tiers.length]?.id ?? null;
        const first = holdTier(tiers, score, before, margin);
        expect(holdTier(tiers, score, first?.id ?? null, margin)).to.equal(first);
      }),
      { numRuns: 500 },
    );
  });

  it('never strays further from the score than the margin, nor moves away from it', () => {
    fc.assert(
      fc.property(scale, score, margin, fc.nat({ max: 5 }), (tiers, score, margin, place) => {
        const was = place % tiers.length;
        const held = tiers.indexOf(holdTier(tiers, score, tiers[was]?.id ?? null, margin) as (typeof tiers)[number]);
        const plain = tiers.indexOf(assignTier(tiers, score) as (typeof tiers)[number]);
        expect(held).to.be.within(Math.min(was, plain), Math.max(was, plain));
        const [from = 0, to = 100] = [tiers[held]?.from, tiers[held + 1]?.from];
        expect(score).to.be.within(from - margin, to + margin);
      }),
      { numRuns: 500 },
    );
  });

  it('is the plain tier without a margin, without an earlier tier, or with one the model does not have', () => {
    fc.assert(
      fc.property(scale, score, margin, (tiers, score, margin) => {
        const plain = assignTier(tiers, score);
        expect(holdTier(tiers, score, tiers[0]?.id ?? null, 0)).to.equal(plain);
        expect(holdTier(tiers, score, null, margin)).to.equal(plain);
        expect(holdTier(tiers, score, 'gone', margin)).to.equal(plain);
        expect(holdTier(tiers, null, tiers[0]?.id ?? null, margin)).to.equal(null);
      }),
    );
  });

  it('does not go back and forth on a score that wavers within the margin around an edge', () => {
    const tiers = [
      { id: 'low', from: 0 },
      { id: 'high', from: 70 },
    ];
    let tier: string | null = 'low';
    const seen = [71, 69, 72.9, 68, 73, 71, 67.1, 66.9, 69].map((score) => {
      tier = holdTier(tiers, score, tier, 3)?.id ?? null;
      return tier;
    });
    expect(seen).to.deep.equal(['low', 'low', 'low', 'low', 'high', 'high', 'high', 'low', 'low']);
  });
});
