import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { type LogisticFit, logisticRegression } from './logistic-regression.ts';
import { predictLogistic, probabilityOf } from './predict-logistic.ts';

const rows = [
  [1, 2],
  [2, 1],
  [3, 5],
  [4, 3],
  [5, 8],
  [6, 2],
  [7, 9],
  [8, 4],
];
/** Weights of statsmodels on standardised columns, the intercept first. */
const unpenalized = [0.022620007939869687, 0.6591835859924434, 0.8131543453506016];
const happened = [false, true, false, false, true, false, true, true];

function fitted(...given: Parameters<typeof logisticRegression>): LogisticFit {
  const { value } = logisticRegression(...given);
  if (value === null) expect.fail('expected a fit');
  return value;
}

const close = (given: readonly number[], expected: readonly number[], within = 1e-9): void => {
  expect(given).to.have.length(expected.length);
  expected.forEach((value, index) => {
    expect(given[index], `[${index}]`).to.be.closeTo(value, within);
  });
};

describe('logisticRegression', () => {
  it('agrees with scikit-learn under a penalty', () => {
    const { standardized } = fitted(rows, happened, { lambda: 0.5 });
    close([standardized.intercept, ...standardized.weights], [0.0101398, 0.53457196, 0.61323671], 1e-7);
  });

  it('agrees with statsmodels without one: weights, errors, likelihood', () => {
    const fit = fitted(rows, happened, { lambda: 0 });
    close([fit.standardized.intercept, ...fit.standardized.weights], unpenalized);
    close([fit.intercept, ...fit.weights], [-2.539200377380586, 0.2876913028269337, 0.2981669464939422]);
    close(
      [0, 4, 8].map((place) => Math.sqrt(fit.covariance[place] ?? Number.NaN)),
      [0.8338151969179137, 0.9350458309184925, 1.0053122984971294],
    );
    expect(fit.loss).to.be.closeTo(4.364699986233292, 1e-9);
    expect(fit.warnings).to.deep.equal([]);
    expect(fit).to.deep.include({ rows: 8, happened: 4, lambda: 0 });
  });

  it('sits where the slope is 0: to 1e-8 whatever the rows', () => {
    const cell = fc.integer({ min: -20, max: 20 });
    const row = fc.tuple(cell, cell, cell, fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 30 }), fc.constantFrom(0.01, 1, 50), (given, lambda) => {
        const table = given.map(([a, b, c]) => [a, b, c]);
        const outcomes = given.map(([, , , outcome]) => outcome);
        const { value: fit } = logisticRegression(table, outcomes, { lambda });
        if (fit === null) return;
        const off = table.map((one, index) => predictLogistic(fit, one).probability - Number(outcomes[index]));
        expect(off.reduce((total, value) => total + value, 0)).to.be.closeTo(0, 1e-8);
        fit.standardized.weights.forEach((weight, column) => {
          const { means, deviations } = fit.scaling;
          const deviation = deviations[column] || 1;
          const slope = off.reduce((total, value, index) => {
            return total + value * (((table[index]?.[column] ?? 0) - (means[column] ?? 0)) / deviation);
          }, lambda * weight);
          expect(slope).to.be.closeTo(0, 1e-8);
        });
        expect(logisticRegression(table.toReversed(), outcomes.toReversed(), { lambda }).value).to.deep.equal(fit);
      }),
    );
  });

  it('does not care for the unit of a column', () => {
    const metres = fitted(rows, happened, { lambda: 1 });
    const millimetres = fitted(
      rows.map(([a = 0, b = 0]) => [a * 1000 + 5, b]),
      happened,
      { lambda: 1 },
    );
    close(millimetres.standardized.weights, metres.standardized.weights);
    expect(millimetres.weights[0]).to.be.closeTo((metres.weights[0] ?? 0) / 1000, 1e-12);
  });

  it('is finite on rows that can be told apart under a penalty, and warns without one', () => {
    const apart = rows.map(([a = 0]) => a > 4);
    const held = fitted(rows, apart, { lambda: 0.001 });
    expect(held.warnings).to.deep.equal([]);
    expect(held.standardized.weights.every(Number.isFinite)).to.equal(true);
    const loose = fitted(rows, apart, { lambda: 0 });
    expect(loose.warnings.map(({ code }) => code)).to.deep.equal(['separable']);
    expect(loose.warnings[0]?.sentence).to.contain('no finite weights are the best');
    expect([loose.intercept, ...loose.weights].every(Number.isFinite)).to.equal(true);
  });

  it('warns where one value of a column leaves no doubt, though the rest does', () => {
    const rows = [[0], [0], [0], [0], [1], [1]];
    const { warnings } = fitted(rows, [true, false, false, false, true, true], { lambda: 0 });
    expect(warnings.map(({ code }) => code)).to.deep.equal(['separable']);
  });

  it('warns where the few rows of many that have a thing all had one outcome', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (pairs, few, came) => {
          // Every value of the first column has had both outcomes: the second alone can leave no doubt.
          const both = Array.from({ length: 2 * pairs }, (_, row) => [Math.floor(row / 2) % 17, 0]);
          const table = [...both, ...Array.from({ length: few }, (_, row) => [row, 1])];
          const outcomes = table.map(([, has], row) => (has ? came : row % 2 === 0));
          const codes = (rows: number) =>
            fitted(table.slice(0, rows), outcomes.slice(0, rows), { lambda: 0 }).warnings.map(({ code }) => code);
          expect(codes(table.length)).to.deep.equal(['separable']);
          expect(codes(both.length)).to.deep.equal(['constant']);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('names columns that tell nothing, and gives them no weight', () => {
    const more = rows.map(([a = 0, b = 0]) => [7, a, b, a - b]);
    const fit = fitted(more, happened, { lambda: 0 });
    expect(fit.warnings.map(({ code, columns }) => [code, columns])).to.deep.equal([
      ['constant', [0]],
      ['collinear', [3]],
    ]);
    close(fit.standardized.weights, [0, ...unpenalized.slice(1), 0]);
    expect(fitted(more, happened, { lambda: 1 }).standardized.weights[3]).to.not.equal(0);
  });

  it('is the base rate where there is no column at all', () => {
    const fit = fitted([[], [], [], []], [true, false, false, false], { lambda: 0 });
    expect(predictLogistic(fit, []).probability).to.be.closeTo(0.25, 1e-15);
  });

  it('says with a reason that there is nothing to learn from', () => {
    expect(logisticRegression([], [], { lambda: 1 }).reason?.code).to.equal('no-rows');
    expect(logisticRegression([[1], [2]], [true, true], { lambda: 1 }).reason?.code).to.equal('one-class');
  });

  it('refuses rows that are no table, and a penalty below 0', () => {
    expect(refusals(() => logisticRegression([[1], [1, 2]], [true, false], { lambda: 1 }))).to.deep.equal([
      'rows[1] must be a list of 1, as rows[0] is; given a list of 2.',
    ]);
    expect(refusals(() => logisticRegression([[1]], [true, false], { lambda: 1 }))[0]).to.match(/^rows must be a list/);
    expect(refusals(() => logisticRegression(rows, happened, { lambda: -1 }))).to.deep.equal([
      'lambda must be a number of 0 or more; given -1.',
    ]);
  });
});

describe('predictLogistic', () => {
  const fit = fitted(rows, happened, { lambda: 0 });

  it('has the interval of statsmodels', () => {
    const { probability, low, high } = predictLogistic(fit, [9, 1]);
    close([probability, low, high], [0.586178, 0.009513, 0.995236], 1e-6);
  });

  it('splits the log odds among the columns', () => {
    const { probability, moved } = predictLogistic(fit, [9, 1]);
    const whole = moved.reduce((total, part) => total + part, fit.standardized.intercept);
    expect(1 / (1 + Math.exp(-whole))).to.be.closeTo(probability, 1e-15);
    expect(moved[0]).to.be.above(0);
    expect(probabilityOf(fit, [9, 1])).to.equal(probability);
  });

  it('refuses a row of another width', () => {
    expect(refusals(() => predictLogistic(fit, [1]))).to.deep.equal([
      'row must be a list of 2, as the fit has weights; given a list of 1.',
    ]);
  });
});
