import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { mean } from './mean.ts';
import { sum } from './sum.ts';
import { weightedMean } from './weighted-mean.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const values = fc.array(finite, { minLength: 1, maxLength: 30 });

describe('sum', () => {
  it('keeps what a plain sum would round away, in any order', () => {
    for (const given of [
      [1e16, 1, -1e16],
      [1, -1e16, 1e16],
    ]) {
      expect(sum(given)).to.equal(1);
    }
    expect(sum(Array.from({ length: 10 }, () => 0.1))).to.equal(1);
    expect(sum([])).to.equal(0);
  });
});

describe('mean', () => {
  it('is the sum over the count', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).to.equal(5);
    expect(mean([7])).to.equal(7);
  });

  it('says nothing of no values, and refuses what is not finite', () => {
    expect(mean([])).to.equal(null);
    expect(refusals(() => mean([1, 2, -Infinity]))).to.deep.equal([
      'values[2] must be a finite number, with missing ones left out; given -Infinity.',
    ]);
  });

  it('holds where the sum is more than a double does', () => {
    const { MAX_VALUE } = Number;
    expect(mean([MAX_VALUE, MAX_VALUE, MAX_VALUE])).to.equal(MAX_VALUE);
    expect(mean([MAX_VALUE, MAX_VALUE, -MAX_VALUE, -MAX_VALUE])).to.equal(0);
    expect((mean([MAX_VALUE, MAX_VALUE, 0]) ?? 0) / MAX_VALUE).to.be.closeTo(2 / 3, 1e-12);
  });

  it('lies within the values, and their order changes no bit of it', () => {
    fc.assert(
      fc.property(values, fc.nat(), (given, turn) => {
        const value = mean(given);
        expect(value).to.be.within(Math.min(...given), Math.max(...given));
        const place = turn % given.length;
        expect(mean([...given.slice(place), ...given.slice(0, place)].reverse())).to.equal(value);
      }),
    );
  });
});

describe('weightedMean', () => {
  it('weighs each value', () => {
    expect(
      weightedMean([
        [80, 20],
        [90, 30],
      ]),
    ).to.equal(86);
  });

  it('says nothing without weight', () => {
    expect(weightedMean([])).to.equal(null);
    expect(weightedMean([[5, 0]])).to.equal(null);
  });

  it('gives a value without weight no say, however large', () => {
    expect(
      weightedMean([
        [Number.MAX_VALUE, 0],
        [3, 1],
      ]),
    ).to.equal(3);
  });

  it('keeps the proportions of the smallest weights there are', () => {
    const { MIN_VALUE } = Number;
    expect(
      weightedMean([
        [0.2, MIN_VALUE],
        [0.4, MIN_VALUE],
      ]),
    ).to.be.closeTo(0.3, 1e-12);
  });

  it('refuses a weight below 0, and what is no pair of finite numbers', () => {
    expect(refusals(() => weightedMean([[1, -1]]))).to.deep.equal([
      'pairs[0][1] must be a weight of 0 or more; given -1.',
    ]);
    expect(refusals(() => weightedMean([[Number.NaN, 1]]))[0]).to.contain('pairs[0][0] must be a finite number');
    // What only JavaScript without types would pass.
    expect(refusals(() => weightedMean([[1]] as unknown as [number, number][]))[0]).to.contain('a pair');
  });

  it('is the mean where all weights are alike, whatever their size, and lies within the values', () => {
    const small = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(small, fc.constantFrom(1e-300, 0.1, 1, 1e300), (given, weight) => {
        const value = weightedMean(given.map((one) => [one, weight]));
        expect(value).to.be.closeTo(mean(given) ?? Number.NaN, 1e-9);
        expect(value).to.be.within(Math.min(...given), Math.max(...given));
      }),
    );
  });

  it('does not care for order, and never answers with what is not finite', () => {
    const pairs = fc.array(fc.tuple(finite, fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })));
    fc.assert(
      fc.property(pairs, (given) => {
        const value = weightedMean(given);
        expect(weightedMean(given.toReversed())).to.equal(value);
        if (value !== null) expect(Number.isFinite(value)).to.equal(true);
      }),
    );
  });
});
