import { expect } from 'chai';
import fc from 'fast-check';
import { type GivenBacktest, readBacktest } from './read-backtest.ts';

const auc = { value: 0.7, low: 0.66, high: 0.74 };
const predictor = (id: string, more: object = {}) => ({ id, label: id, auc, ...more });
const report = (horizon: object = {}, more: object = {}) =>
  ({
    horizonDays: 90,
    horizons: [
      { days: 30, predictors: [] },
      { days: 90, test: { rows: 300, accounts: 300, happened: 21 }, predictors: [predictor('score')], ...horizon },
    ],
    ...more,
  }) as GivenBacktest;

const main = (given: GivenBacktest) => {
  const { horizons, main } = readBacktest(given);
  const horizon = horizons[main];
  if (!horizon) throw new Error('There should be a horizon.');
  return horizon;
};

describe('a backtest as it is read', () => {
  it('is about the distance that the verdict is about', () => {
    expect(main(report()).days).to.equal(90);
    expect(main(report({}, { horizonDays: 30 })).days).to.equal(30);
    expect(main(report({}, { horizonDays: 7 })).days).to.equal(30);
  });

  it('puts the score before what it is compared with', () => {
    const predictors = [predictor('equal-weights'), predictor('score')];
    expect(main(report({ predictors })).predictors.map(({ label }) => label)).to.deep.equal(['score', 'equal-weights']);
  });

  it('takes the interval from draws of whole accounts before the one that takes rows as independent', () => {
    const [own] = main(
      report({ predictors: [predictor('score', { aucByAccount: { low: 0.6, high: 0.8 } })] }),
    ).predictors;
    expect(own?.area).to.deep.equal({ value: 0.7, low: 0.6, high: 0.8 });
    expect(main(report()).predictors[0]?.area).to.deep.equal(auc);
  });

  it('leaves out bands with nobody in them', () => {
    const reliability = [
      { rows: 10, happened: 1, predicted: 0.05, observed: 0.1, low: 0, high: 0.4 },
      { rows: 0, happened: 0, predicted: null, observed: null, low: null, high: null },
    ];
    expect(main(report({ predictors: [predictor('score', { reliability })] })).predictors[0]?.bands).to.have.length(1);
  });

  it('says why a figure is missing, and of no figure by a name every object has', () => {
    const [own] = main(report({ predictors: [predictor('score', { unmeasured: { roc: 'No rows.' } })] })).predictors;
    expect(own?.why('roc')).to.equal('No rows.');
    expect(own?.why('constructor')).to.equal(null);
  });

  it('makes something of anything, and shares of nothing beyond 0 to 1', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 6 }), fc.object({ maxDepth: 4 }), (any, other) => {
        readBacktest(any as GivenBacktest);
        const { predictors } = main(report({ predictors: [predictor('score', other), any] }));
        for (const { area } of predictors) if (area) expect(area.value).to.be.within(0, 1);
      }),
    );
    fc.assert(
      fc.property(fc.double(), fc.double(), (value, low) => {
        const [own] = main(
          report({ predictors: [predictor('score', { auc: { value, low, high: Infinity } })] }),
        ).predictors;
        if (own?.area) expect([own.area.value, own.area.low].every((one) => one >= 0 && one <= 1)).to.equal(true);
      }),
    );
  });
});
