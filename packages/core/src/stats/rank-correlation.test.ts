import { expect } from 'chai';
import fc from 'fast-check';
import { rankCorrelation } from './rank-correlation.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const points = fc.array(fc.tuple(finite, finite), { maxLength: 30 });

describe('rankCorrelation', () => {
  it('is Pearson of the ranks, ties in the middle of their places', () => {
    // R: cor(c(1, 2, 2, 4, 9), c(2, 1, 4, 3, 9), method = "spearman")
    expect(
      rankCorrelation([
        [1, 2],
        [2, 1],
        [2, 4],
        [4, 3],
        [9, 9],
      ]),
    ).to.be.closeTo(0.6668859, 1e-7);
    const rising = [1, 2, 3, 4].map((x) => [x, x ** 3] as const);
    expect(rankCorrelation(rising)).to.equal(1);
    expect(rankCorrelation(rising.map(([x, y]) => [x, -y]))).to.equal(-1);
  });

  it('is null where there is no order to compare', () => {
    expect(rankCorrelation([])).to.equal(null);
    expect(rankCorrelation([[1, 1]])).to.equal(null);
    expect(
      rankCorrelation([
        [1, 1],
        [1, 2],
      ]),
    ).to.equal(null);
    expect(() => rankCorrelation([[Number.NaN, 1]])).to.throw(/points\[0\]/);
  });

  it('is within its bounds, and the same from both sides', () => {
    fc.assert(
      fc.property(points, (given) => {
        const found = rankCorrelation(given);
        expect(rankCorrelation(given.map(([x, y]) => [y, x]))).to.equal(found);
        if (found !== null) expect(Math.abs(found)).to.be.at.most(1);
      }),
    );
  });
});
