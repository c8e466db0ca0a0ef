import { expect } from 'chai';
import fc from 'fast-check';
import { donors } from '../../fixtures/donors.ts';
import { refusals } from '../../fixtures/refuses.ts';
import { bgBb, likelihoods, type OnOffHistory } from './bg-bb.ts';
import { bgBbOutlook } from './bg-bb-outlook.ts';
import { logGamma } from './log-gamma.ts';

const published = { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 };
const histories = donors.flatMap(([active, last, count]) =>
  Array.from({ length: count }, (): OnOffHistory => ({ active, last, periods: 6 })),
);

describe('bgBb', () => {
  it('comes to the published estimates and likelihood', () => {
    const { value } = bgBb(histories);
    if (value === null) expect.fail('expected a fit');
    expect(value.alpha).to.be.closeTo(1.2035223, 2e-6);
    expect(value.beta).to.be.closeTo(0.7497164, 2e-6);
    expect(value.gamma).to.be.closeTo(0.6567182, 2e-6);
    expect(value.delta).to.be.closeTo(2.7834425, 4e-6);
    expect(value.logLikelihood).to.be.closeTo(-33225.5812743, 1e-6);
    expect(value.atEdge).to.equal(false);
  }).timeout(20_000);

  it('does not depend on the order of histories, to the last bit', () => {
    const few = histories.filter((_, index) => index % 97 === 0);
    expect(bgBb(few.toReversed())).to.deep.equal(bgBb(few));
  }).timeout(20_000);

  it('has likelihoods that sum to 1 over all there could be', () => {
    const likelihood = likelihoods(published, 4);
    let total = 0;
    for (let seen = 0; seen < 16; seen++) {
      const on = [1, 2, 3, 4].filter((period) => seen & (1 << (period - 1)));
      total += Math.exp(likelihood({ active: on.length, last: on.at(-1) ?? 0, periods: 4 }));
    }
    expect(total).to.be.closeTo(1, 1e-13);
  });

  it('has nothing to say of nobody', () => {
    expect(bgBb([]).reason?.code).to.equal('no-rows');
  });

  it('refuses a history that could not be', () => {
    expect(refusals(() => bgBb([{ active: 3, last: 2, periods: 6 }]))).to.deep.equal([
      'histories[0].active must be a whole number from 1 to 2; given 3.',
    ]);
    expect(refusals(() => bgBb([{ active: 0, last: 2, periods: 6 }]))[0]).to.contain('from 1 to 2; given 0');
    expect(refusals(() => bgBb([{ active: 1, last: 7, periods: 6 }]))[0]).to.contain('histories[0].last must be');
  });
});

describe('bgBbOutlook', () => {
  const outlook = (active: number, last: number, next = 5) =>
    bgBbOutlook(published, { active, last, periods: 6 }, next);

  it('gives what the paper gives: alive in the next year, gifts in the next five', () => {
    expect(outlook(0, 0).alive).to.be.closeTo(0.11, 0.005);
    expect(outlook(0, 0).expected).to.be.closeTo(0.07, 0.005);
    expect(outlook(6, 6).alive).to.be.closeTo(0.93, 0.005);
    expect(outlook(6, 6).expected).to.be.closeTo(3.75, 0.01);
  });

  it('agrees with counting every future there could be', () => {
    const history = { active: 2, last: 4, periods: 5 };
    const likelihood = likelihoods(published, 8);
    const seen = likelihood(history);
    let expected = 0;
    let silent = 0;
    for (let future = 0; future < 8; future++) {
      const on = [1, 2, 3].filter((period) => future & (1 << (period - 1)));
      const last = on.length > 0 ? 5 + (on.at(-1) ?? 0) : history.last;
      const share = Math.exp(likelihood({ active: 2 + on.length, last, periods: 8 }) - seen);
      expected += share * on.length;
      if (on.length === 0) silent = share;
    }
    const told = bgBbOutlook(published, history, 3);
    expect(told.expected).to.be.closeTo(expected, 1e-12);
    expect(told.silent).to.be.closeTo(silent, 1e-12);
  });

  it('is silent longer the longer it has been silent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), (active, next) => {
        const risks = [5, 6].map((last) => outlook(active, last, next));
        expect(risks[0]?.silent).to.be.above(risks[1]?.silent ?? Number.NaN);
        expect(risks.every(({ silent, alive }) => silent >= 0 && silent <= 1 && alive <= 1)).to.equal(true);
      }),
    );
  });
});

const gammas: readonly [x: number, value: number][] = [
  [1e-3, 6.907178885383853],
  [0.3, 1.0957979948180756],
  [1, 0],
  [1.5, -0.12078223763524526],
  [7, 6.579251212010101],
  [123.4, 469.3360974421906],
];

describe('logGamma', () => {
  it('agrees with SciPy', () => {
    for (const [x, value] of gammas) {
      expect(logGamma(x)).to.be.closeTo(value, 1e-12 * (1 + Math.abs(value)));
    }
  });
});
