import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { averageRevenuePerAccount } from './average-revenue-per-account.ts';
import { lifetimeValue } from './lifetime-value.ts';

describe('averageRevenuePerAccount', () => {
  it("agrees with Skok's model (SaaS Metrics 2.0, January): 415.6 thousand of 808 customers are 514 each", () => {
    const each = 415_600 / 808;
    const average = averageRevenuePerAccount(Array.from({ length: 808 }, () => each));
    expect(average).to.be.closeTo(514, 0.5);
  });

  it('counts neither who pays nothing nor who is unknown', () => {
    expect(averageRevenuePerAccount([100, 0, null, 300])).to.equal(200);
    expect(averageRevenuePerAccount([0, null])).to.equal(null);
    expect(averageRevenuePerAccount([null])).to.equal(null);
    expect(averageRevenuePerAccount([])).to.equal(null);
  });

  it('refuses negative revenue, and what is not finite', () => {
    for (const wrong of [-1, Number.NaN, Infinity]) {
      expect(refusals(() => averageRevenuePerAccount([1, wrong]))).to.deep.equal([
        `revenues[1] must be a number of 0 or more, or null where it is unknown; given ${wrong}.`,
      ]);
    }
  });

  it('does not care for order, and lies within what accounts pay', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 1 }), (revenues) => {
        const average = averageRevenuePerAccount(revenues);
        expect(average).to.be.within(Math.min(...revenues), Math.max(...revenues));
        expect(averageRevenuePerAccount([0, ...revenues.toReversed(), null])).to.equal(average);
      }),
    );
  });
});

describe('lifetimeValue', () => {
  const terms = { revenuePerAccount: 500, grossMargin: 0.8, churnRate: 0.02 };

  it('is revenue × margin / churn, by hand: 500 a month at 80 % for the 50 months that 2 % make', () => {
    expect(lifetimeValue(terms)).to.equal(20_000);
  });

  it("agrees with Skok's lifetime: 3 % a month are 33 months", () => {
    expect(lifetimeValue({ revenuePerAccount: 1, grossMargin: 1, churnRate: 0.03 })).to.be.closeTo(33, 0.5);
  });

  it('says nothing where a term is unknown, or nobody has left', () => {
    for (const name of ['revenuePerAccount', 'grossMargin', 'churnRate']) {
      expect(lifetimeValue({ ...terms, [name]: null })).to.equal(null);
    }
    expect(lifetimeValue({ ...terms, churnRate: 0 })).to.equal(null);
    expect(lifetimeValue({ revenuePerAccount: 0, grossMargin: 1, churnRate: 0 })).to.equal(null);
    expect(lifetimeValue({ ...terms, churnRate: Number.MIN_VALUE })).to.equal(null);
  });

  it('takes every share from 0 to 1', () => {
    expect(lifetimeValue({ revenuePerAccount: 500, grossMargin: 1, churnRate: 1 })).to.equal(500);
    expect(lifetimeValue({ ...terms, grossMargin: 0 })).to.equal(0);
  });

  it('is a loss where serving costs more than it brings', () => {
    expect(lifetimeValue({ ...terms, grossMargin: -0.1 })).to.be.below(0);
  });

  it('refuses percentages and what is not finite', () => {
    expect(refusals(() => lifetimeValue({ ...terms, churnRate: 2 }))).to.deep.equal([
      'churnRate must be a share from 0 to 1, or null where it is unknown; given 2.',
    ]);
    expect(refusals(() => lifetimeValue({ ...terms, grossMargin: 1.5 }))).to.deep.equal([
      'grossMargin must be a share of at most 1, or null where it is unknown; given 1.5.',
    ]);
    expect(refusals(() => lifetimeValue({ ...terms, grossMargin: -Infinity }))[0]).to.contain('grossMargin must be');
    expect(refusals(() => lifetimeValue({ ...terms, churnRate: Number.NaN }))[0]).to.contain('churnRate must be');
    expect(refusals(() => lifetimeValue({ ...terms, revenuePerAccount: -5 }))[0]).to.contain('revenuePerAccount must');
    // What only JavaScript without types would pass.
    expect(refusals(() => lifetimeValue(null as never))[0]).to.contain('terms must be {');
    expect(refusals(() => lifetimeValue({ ...terms, churnRate: '0.1' } as never))[0]).to.contain('given "0.1"');
  });
});
