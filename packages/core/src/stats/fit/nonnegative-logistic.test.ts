import { expect } from 'chai';
import fc from 'fast-check';
import { logisticRegression } from './logistic-regression.ts';
import { expit } from './logit.ts';
import { nonnegativeLogistic } from './nonnegative-logistic.ts';

const row = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), fc.boolean());
const rows = fc.array(row, { minLength: 2, maxLength: 30 });
const towards = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));

describe('nonnegativeLogistic', () => {
  it('sits where no step within bounds leads lower', () => {
    fc.assert(
      fc.property(rows, towards, fc.constantFrom(0.1, 1, 20), (given, to, strength) => {
        const happened = given.map(([, , one]) => one);
        const both = [...happened, true, false];
        const pairs = given.map(([a, b]) => [a, b]);
        const cells = Float64Array.from([...pairs, [0, 0], [0, 0]].flat());
        const { intercept, weights } = nonnegativeLogistic({ cells, happened: both, towards: to, strength });
        const off = both.map((one, at) => {
          const odds = weights.reduce((sum, weight, k) => sum - weight * (cells[at * 2 + k] ?? 0), intercept);
          return expit(odds) - Number(one);
        });
        expect(off.reduce((sum, one) => sum + one, 0)).to.be.closeTo(0, 1e-6);
        weights.forEach((weight, k) => {
          const pull = strength * (weight - (to[k] ?? 0));
          const slope = off.reduce((sum, one, at) => sum - one * (cells[at * 2 + k] ?? 0), pull);
          expect(weight).to.be.at.least(0);
          if (weight > 0) expect(slope).to.be.closeTo(0, 1e-6);
          else expect(slope).to.be.at.least(-1e-6);
        });
      }),
    );
  });

  it('is the penalised logistic regression where no bound holds and nothing draws', () => {
    const cells = [-1, 1, -1, 1, -1, 1, 1, -1];
    const happened = [true, false, true, false, false, false, true, true];
    const fit = nonnegativeLogistic({ cells: Float64Array.from(cells), happened, towards: [0], strength: 2 });
    const same = logisticRegression(
      cells.map((cell) => [-cell]),
      happened,
      { lambda: 2 },
    );
    expect(fit.weights[0]).to.be.closeTo(same.value?.weights[0] ?? Number.NaN, 1e-8);
    expect(fit.intercept).to.be.closeTo(same.value?.intercept ?? Number.NaN, 1e-8);
  });
});
