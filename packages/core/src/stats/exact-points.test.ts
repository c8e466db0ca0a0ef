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

  it('adds up in any order where points are far larger than what they come to', () => {
    const large = fc.array(fc.double({ min: -1e8, max: 1e8, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(large, (given) => {
        const { points, total } = exactPoints([...given, 60 - given.reduce((all, share) => all + share, 0)], 100, 60);
        expect(total).to.equal(60);
        for (const order of [points, points.toReversed(), points.toSorted((a, b) => a - b)]) {
          expect(order.reduce((sum, point) => sum + point, 0)).to.equal(total);
        }
      }),
    );
  });

  it('gives 0 and never −0, which JSON does not carry', () => {
    expect(exactPoints([-1e-20, 5], 100).points).to.deep.equal([0, 5]);
  });
});
