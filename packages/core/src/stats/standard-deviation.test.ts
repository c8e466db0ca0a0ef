import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { standardDeviation } from './standard-deviation.ts';

describe('standardDeviation', () => {
  it('of a population and of a sample, by hand: 2, 4, 4, 4, 5, 5, 7, 9 have 32 squares in all', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(standardDeviation(values, 'population')).to.equal(2);
    expect(standardDeviation(values, 'sample')).to.be.closeTo(Math.sqrt(32 / 7), 1e-12);
  });

  it('says nothing of no values, or of a sample of one', () => {
    expect(standardDeviation([], 'population')).to.equal(null);
    expect(standardDeviation([], 'sample')).to.equal(null);
    expect(standardDeviation([4], 'sample')).to.equal(null);
    expect(standardDeviation([4], 'population')).to.equal(0);
    expect(standardDeviation([0, 0], 'sample')).to.equal(0);
  });

  it('holds where squares leave the range of a double', () => {
    const { MAX_VALUE, MIN_VALUE } = Number;
    expect(standardDeviation([MAX_VALUE, -MAX_VALUE], 'population')).to.equal(MAX_VALUE);
    expect(standardDeviation([MAX_VALUE, -MAX_VALUE], 'sample')).to.equal(null);
    expect(standardDeviation([1e-200, 3e-200], 'population')).to.be.closeTo(1e-200, 1e-212);
    expect(standardDeviation([MIN_VALUE, -MIN_VALUE], 'population')).to.equal(MIN_VALUE);
  });

  it('does not lose small spreads far from 0', () => {
    expect(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16], 'sample')).to.be.closeTo(Math.sqrt(30), 1e-9);
  });

  it('refuses what is not finite, and another kind of deviation', () => {
    expect(refusals(() => standardDeviation([Number.NaN], 'sample'))[0]).to.contain(
      'values[0] must be a finite number',
    );
    // What only JavaScript without types would pass.
    expect(refusals(() => standardDeviation([1], undefined as unknown as 'sample'))).to.deep.equal([
      'of must be "population" or "sample"; given nothing.',
    ]);
  });

  it('does not see a shift or the order, and scales with the unit', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom(-3, 0.5, 8), (given, shift, unit) => {
        const spread = standardDeviation(given, 'sample') ?? Number.NaN;
        expect(standardDeviation(given.toReversed(), 'sample')).to.equal(spread);
        expect(
          standardDeviation(
            given.map((value) => (value + shift) * unit),
            'sample',
          ),
        ).to.be.closeTo(spread * Math.abs(unit), 1e-6);
        expect(standardDeviation(given, 'population')).to.be.at.most(spread);
      }),
    );
  });
});
