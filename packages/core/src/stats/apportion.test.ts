import { expect } from 'chai';
import fc from 'fast-check';
import { apportion } from './apportion.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('apportion', () => {
  it('adds up to the total, each within one of its value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (values) => {
          const whole = apportion(values, Math.round(sum(values)));
          expect(sum(whole)).to.equal(Math.round(sum(values)));
          for (const [place, value] of values.entries())
            expect(Math.abs((whole[place] ?? 0) - value)).to.be.below(1.001);
        },
      ),
    );
  });

  it('gives what rounding leaves to the largest remainders', () => {
    expect(apportion([0.4, 1.7, 1.9], 4)).to.deep.equal([0, 2, 2]);
    expect(apportion([-0.4, -1.7], -2)).to.deep.equal([0, -2]);
    expect(apportion([1, 1], 5)).to.deep.equal([3, 2]);
    expect(apportion([], 5)).to.deep.equal([]);
  });
});
