import { expect } from 'chai';
import fc from 'fast-check';
import { refusedMetric } from '../fixtures/model-of-metric.ts';
import { quantile } from '../stats/quantile.ts';
import { benchmark } from './benchmark.ts';

const common = { kind: 'benchmark', id: 'x', measure: 'm' } as const;
const quartiles = [
  { share: 0.25, value: 10 },
  { share: 0.5, value: 20 },
  { share: 0.75, value: 60 },
];

describe('benchmark', () => {
  const score = (value: number, more: object = {}) =>
    benchmark.score({ ...common, quantiles: quartiles, ...more }, value);

  it('is the share of peers below, straight between the quantiles given', () => {
    expect([10, 15, 20, 40, 60].map((value) => score(value))).to.deep.equal([25, 37.5, 50, 62.5, 75]);
  });

  it('goes on beyond the outermost quantiles in the line of the nearest two, until 0 and 100', () => {
    expect([5, 0, -50].map((value) => score(value))).to.deep.equal([12.5, 0, 0]);
    expect([80, 100, 500].map((value) => score(value))).to.deep.equal([87.5, 100, 100]);
  });

  it('counts from the other end where less is better', () => {
    expect([10, 20, 60, 500].map((value) => score(value, { better: 'less' }))).to.deep.equal([75, 50, 25, 0]);
  });

  it('gives a value that many peers have the middle of their shares, and nothing beyond the least of them', () => {
    const quantiles = [
      { share: 0.1, value: 0 },
      { share: 0.4, value: 0 },
      { share: 0.9, value: 10 },
    ];
    expect([-1, 0, 10, 12].map((value) => score(value, { quantiles }))).to.deep.equal([0, 25, 90, 100]);
  });

  it('is the inverse of the quantile of the peers', () => {
    const peers = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(peers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const quantiles = sorted.map((value, index) => ({ share: index / (sorted.length - 1), value }));
        expect(score(Number(quantile(values, share)), { quantiles })).to.be.closeTo(share * 100, 1e-6);
      }),
    );
  });

  it('says what it is a percentage of, with one of its quantiles', () => {
    expect(benchmark.explain({ ...common, quantiles: quartiles }, String)).to.equal(
      'the percentage of peers that have less; 20 is above 50% of them',
    );
  });

  it('refuses quantiles out of order and all at one value', () => {
    const quantiles = [
      { share: 0.5, value: 10 },
      { share: 0.5, value: 8 },
    ];
    expect(refusedMetric({ ...common, quantiles })).to.deep.equal([
      'x.quantiles[1].share must be greater than the one before it (0.5), not 0.5: quantiles go from the least up.',
      'x.quantiles[1].value must be at least the one before it (10), not 8: quantiles go from the least up.',
    ]);
    const level = [
      { share: 0.1, value: 3 },
      { share: 0.9, value: 3 },
    ];
    expect(refusedMetric({ ...common, quantiles: level })).to.deep.equal([
      'x.quantiles[1].value must differ from the first (both 3): a range needs two ends.',
    ]);
    expect(refusedMetric({ ...common, quantiles: [{ share: 0.1, value: 3 }] })).to.deep.equal([
      'x.quantiles must be of at least 2 items, not a list of 1.',
    ]);
  });
});
