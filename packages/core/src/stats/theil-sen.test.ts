import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { theilSen } from './theil-sen.ts';

const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
const points = fc.array(point, { minLength: 2, maxLength: 20 });

describe('theilSen', () => {
  it("agrees with Sen's own example (JASA 1968): slope 4, the median of 21", () => {
    const given: [number, number][] = [
      [1, 9],
      [2, 15],
      [3, 19],
      [4, 20],
      [10, 45],
      [12, 55],
      [18, 78],
    ];
    expect(theilSen(given)?.slope).to.be.closeTo(4, 1e-12);
  });

  it('finds the line that one outlier hides from least squares', () => {
    const given: [number, number][] = [0, 1, 2, 3, 4, 5, 6].map((x) => [x, x === 6 ? 1000 : 2 * x + 1]);
    expect(theilSen(given)).to.deep.equal({ slope: 2, intercept: 1 });
  });

  it('skips pairs with the same x, and says nothing where there is no other', () => {
    const tied: [number, number][] = [
      [0, 0],
      [0, 50],
      [1, 2],
    ];
    expect(theilSen(tied)?.slope).to.equal(-23);
    expect(theilSen(tied.slice(0, 2))).to.equal(null);
    expect(theilSen(tied.slice(0, 1))).to.equal(null);
    expect(theilSen([])).to.equal(null);
  });

  it('follows a shift and a change of unit, and does not care for order', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: -9, max: 9 }), fc.constantFrom(-4, 0.5, 2), (given, shift, unit) => {
        const line = theilSen(given);
        expect(theilSen(given.toReversed())).to.deep.equal(line);
        const moved = theilSen(given.map(([x, y]) => [x, (y + shift * x) * unit]));
        if (line === null) expect(moved).to.equal(null);
        else {
          expect(moved?.slope).to.be.closeTo((line.slope + shift) * unit, 1e-9);
          expect(moved?.intercept).to.be.closeTo(line.intercept * unit, 1e-6);
        }
      }),
    );
  });

  it('gives 0, not −0, for a level line, whichever point comes first', () => {
    const level: [number, number][] = [
      [0, 284],
      [1, 284],
    ];
    expect(theilSen(level)).to.deep.equal({ slope: 0, intercept: 284 });
    expect(theilSen(level.toReversed())).to.deep.equal({ slope: 0, intercept: 284 });
  });

  it('gives a finite line or none, whatever the numbers', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(any, any), { maxLength: 12 }), (given) => {
        const line = theilSen(given);
        if (line) expect([line.slope, line.intercept].every(Number.isFinite)).to.equal(true);
      }),
    );
  });

  it('refuses what is not a pair of finite numbers, and more pairs than can be compared', () => {
    expect(refusals(() => theilSen([[0, Number.NaN]]))).to.deep.equal([
      'points[0][1] must be a finite number, with missing ones left out; given NaN.',
    ]);
    expect(theilSen(Array.from({ length: 2000 }, (_, y) => [0, y] as const))).to.equal(null);
    expect(refusals(() => theilSen(Array.from({ length: 2001 }, (_, x) => [x, x] as const)))).to.deep.equal([
      'points must be at most 2000 pairs [x, y]; given a list of 2001.',
    ]);
    // What only JavaScript without types would pass.
    expect(refusals(() => theilSen([[1]] as unknown as [number, number][]))[0]).to.contain('a pair [x, y]');
  });
});
