import { expect } from 'chai';
import fc from 'fast-check';
import { sum } from './sum.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('sum', () => {
  it('finds what is left where large numbers cancel out, and all they came to on the way is more than a double holds', () => {
    expect(sum([1.7e308, 1.7e308, -1.7e308, -1.7e308])).to.equal(0);
    expect(sum([-1.5e308, 1e308, 1e308])).to.equal(5e307);
    expect(sum([1e16, 1, -1e16])).to.equal(1);
    expect(sum([])).to.equal(0);
  });

  it('is not finite where a double cannot hold it', () => {
    expect(sum([1e308, 1e308])).to.equal(Infinity);
    expect(sum([-1e308, -1e308])).to.equal(-Infinity);
  });

  it('is the same to the last bit in whatever order numbers come, and a number where all of them have their opposites', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 20 }), (values) => {
        expect(sum(values.toReversed())).to.equal(sum(values));
        const opposites = values.map((value) => -value);
        expect(Number.isNaN(sum([...values, ...opposites]))).to.equal(false);
      }),
    );
  });
});
