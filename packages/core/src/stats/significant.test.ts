import { expect } from 'chai';
import fc from 'fast-check';
import { significant, toMillionths } from './significant.ts';

describe('significant', () => {
  it('makes of a sum of decimals what it is by hand', () => {
    expect(significant(0.1 + 0.2)).to.equal(0.3);
    expect(significant(0.1 + 0.2 - 0.3)).to.equal(0);
    expect(significant(1.1 + 2.2)).to.equal(3.3);
    expect(significant(-(0.1 + 0.2))).to.equal(-0.3);
    expect(significant(1998.9999999999973)).to.equal(1999);
    expect(toMillionths(4.999999999999999)).to.equal(5);
  });

  it('leaves what is written with fifteen digits and twelve decimals as it is', () => {
    const written = fc
      .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 12 }))
      .map(([figures, decimals]) => Number(`${figures}e${-decimals}`));
    fc.assert(
      fc.property(written, (value) => {
        const size = Math.abs(value);
        const own = size < 1e3 ? 12 : size < 1e6 ? 9 : size < 1e9 ? 6 : size < 1e12 ? 3 : 0;
        const short = Number(value.toFixed(own));
        expect(significant(short) - short).to.equal(0);
      }),
    );
  });

  it('is off by half of the last digit told at most, and never −0', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const told = significant(value);
        expect(Math.abs(told - value)).to.be.at.most(Math.max(5e-13, Math.abs(value) * 1e-12));
        expect(Object.is(told, -0)).to.equal(Object.is(value, -0) && Math.abs(value) >= 1e15);
      }),
    );
  });

  it('leaves what is too large for it, and what is not finite', () => {
    for (const value of [1e15, 1e16 + 2, -1e300, Infinity, -Infinity]) expect(significant(value)).to.equal(value);
    expect(significant(Number.NaN)).to.be.NaN;
  });
});
