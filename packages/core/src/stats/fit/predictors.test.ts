import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { auc } from '../truth/auc.ts';
import { discreteHazard, endsWithin, type Spell } from './discrete-hazard.ts';
import { equalWeights, scoreEqualWeights } from './equal-weights.ts';
import { predictHazard, probabilityWithin } from './predict-hazard.ts';
import { recalibrate, recalibrationShift } from './recalibrate.ts';

describe('equalWeights', () => {
  const rows = [
    [10, 5, 1],
    [20, 5, 9],
    [30, 5, 5],
  ];

  it('is the mean of columns in standard deviations, each in the direction stated', () => {
    const weights = equalWeights(rows, [-1, 1, 0]);
    expect(scoreEqualWeights(weights, [20, 5, 77])).to.equal(0);
    expect(scoreEqualWeights(weights, [10, 9, 0])).to.be.closeTo(Math.sqrt(1.5) / 2, 1e-12);
  });

  it('refuses what is no direction, and none at all', () => {
    expect(refusals(() => equalWeights(rows, [-1, 1]))[0]).to.match(/^directions must be a list of 3/);
    expect(refusals(() => equalWeights(rows, [0, 0, 0]))[0]).to.match(/^directions must be a list in which some/);
    // What only JavaScript without types would pass.
    expect(refusals(() => equalWeights(rows, [2 as 1, 0, 0]))).to.deep.equal([
      'directions[0] must be -1, 0 or 1; given 2.',
    ]);
    expect(refusals(() => equalWeights([], []))[0]).to.match(/^rows must be a list of at least one row/);
  });
});

describe('discreteHazard', () => {
  const spell = (periods: number, ended: boolean, value = 0, from = 1): Spell => ({
    from,
    periods: Array.from({ length: periods }, () => [value]),
    ended,
  });

  it('is ends over periods at risk where nothing is known and time changes nothing', () => {
    // One of four ends in the first period and one of four in the second.
    const spells = [
      spell(1, true),
      ...Array.from({ length: 3 }, () => spell(1, false)),
      { ...spell(1, true), from: 2 },
      ...Array.from({ length: 3 }, () => ({ ...spell(1, false), from: 2 })),
    ];
    const { value } = discreteHazard(spells, { lambda: 0 });
    if (value === null) expect.fail('expected a fit');
    expect(endsWithin(value, [0], { from: 1, periods: 1 })).to.be.closeTo(0.25, 1e-10);
    expect(endsWithin(value, [0], { from: 1, periods: 3 })).to.be.closeTo(1 - 0.75 ** 3, 1e-10);
    expect(endsWithin(value, [0], { from: 1, periods: 0 })).to.equal(0);
  });

  it('finds a hazard that falls with age, and what raises it', () => {
    const spells = [1, 1, 1, 1, 2, 2, 3, 5].map((periods, index) => spell(periods, true, Number(index < 3)));
    const { value } = discreteHazard([...spells, spell(9, false), spell(9, false, 1)], { lambda: 0.1 });
    if (value === null) expect.fail('expected a fit');
    const young = endsWithin(value, [0], { from: 1, periods: 1 });
    expect(endsWithin(value, [0], { from: 9, periods: 1 })).to.be.below(young);
    expect(endsWithin(value, [1], { from: 1, periods: 1 })).to.be.above(young);
    expect(endsWithin(value, [0], { from: 1, periods: 2 })).to.be.above(young);
  });

  it('says the same of a row with its interval, which holds it, and what moved it', () => {
    const spells = Array.from({ length: 60 }, (_, n) => spell(1 + (n % 5), n % 3 === 0, n % 4));
    const { value } = discreteHazard(spells, { lambda: 1 });
    if (value === null) expect.fail('expected a fit');
    for (const from of [1, 4]) {
      for (const periods of [1, 3]) {
        const said = predictHazard(value.logistic, [2], { from, periods });
        expect(probabilityWithin(value.logistic, [2], { from, periods })).to.equal(said.probability);
        expect(said.probability).to.be.closeTo(endsWithin(value, [2], { from, periods }), 1e-12);
        expect(said.low).to.be.below(said.probability);
        expect(said.high).to.be.above(said.probability);
        expect(said.moved).to.have.length(2);
      }
    }
    expect(refusals(() => predictHazard(value.logistic, [2], { from: 0, periods: 1 }))[0]).to.match(/^from must be/);
    expect(refusals(() => predictHazard(value.logistic, [2], { from: 1, periods: 0 }))[0]).to.match(/^periods must be/);
  });

  it('says with a reason that none ended', () => {
    expect(discreteHazard([spell(3, false)], { lambda: 1 }).reason?.code).to.equal('one-class');
    expect(discreteHazard([], { lambda: 1 }).reason?.code).to.equal('no-rows');
  });

  it('refuses a spell that begins before the first period', () => {
    expect(refusals(() => discreteHazard([spell(1, true, 0, 0)], { lambda: 1 }))).to.deep.equal([
      'spells[0].from must be a whole number of 1 or more; given 0.',
    ]);
  });
});

describe('recalibrationShift', () => {
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it('brings the mean to the rate, and leaves the ranking', () => {
    fc.assert(
      fc.property(
        fc.array(probability, { minLength: 2 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (given, rate) => {
          const { value } = recalibrationShift(given, rate);
          const moved = given.map((p) => recalibrate(p, value ?? Number.NaN));
          expect(moved.reduce((total, p) => total + p, 0) / moved.length).to.be.closeTo(rate, 1e-10);
          const outcomes = given.map((_, index) => index === 0);
          const apart = new Set(given).size === new Set(moved).size;
          if (apart) expect(auc(outcomes, moved)).to.deep.equal(auc(outcomes, given));
          expect(recalibrationShift(given.toReversed(), rate).value).to.equal(value);
        },
      ),
    );
  });

  it('moves nothing where the rate is met, and leaves 0 and 1 as they are', () => {
    expect(recalibrationShift([0.2, 0.4], 0.3).value).to.be.closeTo(0, 1e-12);
    expect(recalibrate(0, 3)).to.equal(0);
    expect(recalibrate(1, -3)).to.equal(1);
    expect(recalibrationShift([1, 0.5], 0.75).value).to.be.closeTo(0, 1e-12);
  });

  it('says with a reason that no shift comes to a rate', () => {
    expect(recalibrationShift([], 0.5).reason?.code).to.equal('no-rows');
    expect(recalibrationShift([0.2], 0).reason?.code).to.equal('one-class');
    expect(recalibrationShift([1, 0.5], 0.4).reason?.sentence).to.contain('No shift of probabilities');
  });

  it('refuses percentages', () => {
    expect(refusals(() => recalibrationShift([20], 0.1))).to.deep.equal([
      'probabilities[0] must be a number from 0 to 1; given 20.',
    ]);
    expect(refusals(() => recalibrate(0.5, Infinity))[0]).to.match(/^shift must be a finite number/);
  });
});
