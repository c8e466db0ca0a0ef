import { expect } from 'chai';
import fc from 'fast-check';
import { exactPoints } from './exact-points.ts';

describe('exactPoints', () => {
  const shares = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 200 });

  it('gives points that add up to the total in any order', () => {
    fc.assert(
      fc.property(shares, fc.infiniteStream(fc.nat()), (given, random) => {
        const { points, total } = exactPoints(given, 100);
        const shuffled = points
          .map((point) => ({ point, place: random.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ point }) => point);
        expect(shuffled.reduce((sum, point) => sum + point, 0)).to.equal(total);
      }),
    );
  });

  it('stays within 2⁻⁴⁰ of each share, and at or below the ceiling', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 20 }), (given) => {
        const { points, total } = exactPoints(given, 100);
        expect(total).to.be.at.most(100);
        points.forEach((point, index) => {
          expect(Math.abs(point - (given[index] ?? 0))).to.be.at.most(2 ** -40);
        });
      }),
    );
    expect(exactPoints([60, 60], 100)).to.deep.equal({ points: [60, 40], total: 100 });
  });

  it('gives a share of 0 exactly 0', () => {
    expect(exactPoints([1 / 3, 0, 1 / 3], 100).points[1]).to.equal(0);
  });
});
