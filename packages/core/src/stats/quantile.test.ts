import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { median } from './median.ts';
import { quantile } from './quantile.ts';

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantile and median', () => {
  it('gives what R gives: quantile(1:10, c(0, .1, .25, .5, .9, 1)), type 7', () => {
    const values = [7, 2, 10, 1, 4, 3, 9, 6, 5, 8];
    const given = [0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p));
    [1, 1.9, 3.25, 5.5, 9.1, 10].forEach((expected, index) => {
      expect(given[index]).to.be.closeTo(expected, 1e-12);
    });
  });

  it('takes the middle value, or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).to.equal(2);
    expect(median([4, 1, 3, 2])).to.equal(2.5);
    expect(median([5, 5, 5, 1])).to.equal(5);
    expect(median([-Number.MAX_VALUE, Number.MAX_VALUE])).to.equal(0);
  });

  it('says nothing of no values', () => {
    expect(median([])).to.equal(null);
    expect(quantile([], 0.9)).to.equal(null);
  });

  it('refuses what is not finite, and p outside 0…1', () => {
    const missingOut = 'a finite number, with missing ones left out';
    expect(refusals(() => median([1, Number.NaN]))).to.deep.equal([`values[1] must be ${missingOut}; given NaN.`]);
    expect(refusals(() => quantile([Infinity], 0.5))).to.deep.equal([
      `values[0] must be ${missingOut}; given Infinity.`,
    ]);
    for (const p of [-0.1, 1.1, Number.NaN, null as unknown as number]) {
      expect(refusals(() => quantile([1], p))).to.deep.equal([`p must be a number from 0 to 1; given ${p}.`]);
    }
    // What only JavaScript without types would pass.
    expect(refusals(() => median([null] as unknown as number[]))[0]).to.contain('given null');
    expect(refusals(() => median(undefined as unknown as number[]))[0]).to.contain('given nothing');
  });

  it('stays within the values, climbs with p, and does not care for order', () => {
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        const [a, b] = [quantile(values, low), quantile(values, high)];
        expect(a).to.be.at.least(Math.min(...values));
        expect(b).to.be.at.most(Math.max(...values));
        expect(b).to.be.at.least(a ?? Number.NaN);
        expect(quantile(values.toReversed(), low)).to.equal(a);
      }),
    );
  });

  it('is the value itself, to the last bit, where all are alike', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), share, (value, p) => {
        expect(quantile([value, value, value], p)).to.equal(value);
      }),
    );
  });

  it('leaves its argument as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).to.deep.equal([3, 1, 2]);
  });
});
