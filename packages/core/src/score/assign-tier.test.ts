import { expect } from 'chai';
import fc from 'fast-check';
import { assignTier, toneOf } from './assign-tier.ts';

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
