import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { theilSen } from '../theil-sen.ts';
import { mannKendall } from './mann-kendall.ts';
import { theilSenInterval } from './theil-sen-interval.ts';

const rising = [3, 3, 5, 4, 6, 6, 6, 9, 8, 7, 10, 12];
const series = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 25 });
const inTime = (values: readonly number[]) => values.map((y, x) => [x, y] as const);

describe('theilSenInterval', () => {
  it("agrees with SciPy on Sen's own example and where values are equal", () => {
    const sen = theilSenInterval([
      [1, 9],
      [2, 15],
      [3, 19],
      [4, 20],
      [10, 45],
      [12, 55],
      [18, 78],
    ]);
    expect(sen?.slope).to.be.closeTo(4, 1e-12);
    expect(sen?.low).to.be.closeTo(3.7142857142857144, 1e-12);
    expect(sen?.high).to.be.closeTo(4.375, 1e-12);
    expect(theilSenInterval(inTime(rising))).to.deep.include({ low: 0.5, high: 1 });
    const paired = rising.map((y, x) => [Math.floor(x / 2), y] as const);
    expect(theilSenInterval(paired, 0.9)).to.deep.equal({ slope: 1.4, low: 1, high: 2 });
  });

  it('holds the slope of theilSen, and grows with the confidence', () => {
    fc.assert(
      fc.property(series, (values) => {
        const narrow = theilSenInterval(inTime(values), 0.5);
        const wide = theilSenInterval(inTime(values), 0.99);
        const slope = theilSen(inTime(values))?.slope ?? Number.NaN;
        expect(narrow?.slope).to.equal(slope);
        expect(narrow?.low)
          .to.be.at.least(wide?.low ?? Number.NaN)
          .and.at.most(slope);
        expect(narrow?.high)
          .to.be.at.most(wide?.high ?? Number.NaN)
          .and.at.least(slope);
        expect(theilSenInterval(inTime(values).toReversed(), 0.99)).to.deep.equal(wide);
      }),
    );
  });

  it('says nothing where there is no second x, and refuses a confidence in percent', () => {
    expect(theilSenInterval([[0, 1]])).to.equal(null);
    expect(theilSenInterval([])).to.equal(null);
    expect(refusals(() => theilSenInterval([[0, 1]], 95))[0]).to.match(/^confidence must be a number above 0/);
  });
});

describe('mannKendall', () => {
  it('agrees with the formula of the textbook where values are equal', () => {
    const test = mannKendall(rising);
    expect(test).to.deep.include({ s: 54, variance: 208 });
    expect(test?.tau).to.be.closeTo(0.8181818181818182, 1e-14);
    expect(test?.z).to.be.closeTo(3.674888799992143, 1e-12);
    expect(test?.p).to.be.closeTo(0.00023795303007904166, 1e-15);
  });

  it('finds no trend in a level series, and nothing to say of two values', () => {
    expect(mannKendall([4, 4, 4, 4])).to.deep.equal({ s: 0, tau: 0, variance: 0, z: 0, p: 1 });
    expect(mannKendall([1, 2])).to.equal(null);
    expect(mannKendall([1, 2, 3])).to.deep.include({ s: 3, tau: 1 });
  });

  it('turns about with time, and sees only the order of values', () => {
    fc.assert(
      fc.property(series, (values) => {
        const test = mannKendall(values);
        const back = mannKendall(values.toReversed());
        expect(back?.p).to.equal(test?.p);
        expect((back?.s ?? 0) + (test?.s ?? 0)).to.equal(0);
        expect(mannKendall(values.map((value) => value ** 3 + value))).to.deep.equal(test);
      }),
    );
  });

  it('refuses what is not finite, and more than it can compare', () => {
    expect(refusals(() => mannKendall([1, Number.NaN, 2]))[0]).to.match(/^values\[1\] must be a finite number/);
    expect(refusals(() => mannKendall(Array.from({ length: 5001 }, () => 0)))).to.deep.equal([
      'values must be a list of at most 5000; given a list of 5001.',
    ]);
  });
});
