import { expect } from 'chai';
import fc from 'fast-check';
import { predictions, reordered, ten } from '../../fixtures/predictions.ts';
import { refusals } from '../../fixtures/refuses.ts';
import { brier } from './brier.ts';
import { brierSkill } from './brier-skill.ts';
import { calibrationError } from './calibration-error.ts';
import { logLoss } from './log-loss.ts';
import { reliability } from './reliability.ts';

const { happened, scores } = ten;
const all = { brier, brierSkill, calibrationError, logLoss, reliability };

describe('measures of probabilities', () => {
  it('agree with scikit-learn', () => {
    expect(brier(happened, scores).value).to.be.closeTo(0.258, 1e-14);
    expect(brierSkill(happened, scores).value).to.be.closeTo(-0.075, 1e-14);
    expect(logLoss(happened, scores).value).to.be.closeTo(0.7380490636000993, 1e-14);
    expect(calibrationError(happened, scores).value).to.be.closeTo(0.31, 1e-14);
  });

  it('count a band by its lower edge, and 1 in the last', () => {
    const bins = reliability([true, false, true, false], [0.1, 0.3, 1, 0.95]).value;
    expect(bins?.map(({ rows }) => rows)).to.deep.equal([0, 1, 0, 1, 0, 0, 0, 0, 0, 2]);
    expect(bins?.[0]).to.deep.equal({
      from: 0,
      to: 0.1,
      rows: 0,
      happened: 0,
      predicted: null,
      observed: null,
      low: null,
      high: null,
    });
    expect(bins?.[9]?.predicted).to.be.closeTo(0.975, 1e-15);
    expect(bins?.[9]?.observed).to.equal(0.5);
    expect(bins?.[9]?.low).to.be.within(0.09, 0.1);
  });

  it('count a band by the very edges that they tell, however many bands there are', () => {
    const whole = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (bins, share, isEdge) => {
        const p = isEdge ? Math.floor(share * bins) / bins : share;
        const held = reliability([true, false], [p, p], bins).value?.filter(({ rows }) => rows > 0) ?? [];
        expect(held).to.have.length(1);
        expect(p).to.be.at.least(held[0]?.from ?? Number.NaN);
        if (p < 1) expect(p).to.be.below(held[0]?.to ?? Number.NaN);
      }),
    );
    const [band] = reliability([true, false], [0.29, 0.29], 100).value?.filter(({ rows }) => rows > 0) ?? [];
    expect(band?.from).to.equal(0.29);
  });

  it('find no skill in the base rate, and all of it in knowing', () => {
    const truth = happened.map(Number);
    const rate = happened.map(() => 0.4);
    expect(brierSkill(happened, rate).value).to.be.closeTo(0, 1e-15);
    expect(brierSkill(happened, truth).value).to.equal(1);
    expect(calibrationError(happened, truth).value).to.equal(0);
    expect(logLoss(happened, truth).value).to.be.closeTo(0, 1e-15);
  });

  it('hold skill against a rate known before, where one is given', () => {
    expect(brierSkill(happened, scores, 0.1).value).to.be.closeTo(1 - 0.258 / (0.4 * 0.81 + 0.6 * 0.01), 1e-14);
  });

  it('are finite where what was called certain came otherwise', () => {
    expect(logLoss([true, false], [0, 0]).value).to.be.closeTo(52 * Math.LN2 * 0.5, 1e-12);
  });

  it('do not depend on the order of the rows, to the last bit', () => {
    fc.assert(
      fc.property(predictions, fc.integer({ min: 1, max: 999 }), (given, seed) => {
        const moved = reordered(given, seed);
        for (const [name, measure] of Object.entries(all)) {
          expect(measure(moved.happened, moved.scores), name).to.deep.equal(measure(given.happened, given.scores));
        }
      }),
    );
  });

  it('say with a reason that there is nothing to tell apart', () => {
    for (const [name, measure] of Object.entries(all)) {
      expect(measure([], []).reason?.code, name).to.equal('no-rows');
      expect(measure([true, true], [0.5, 0.7]).reason?.code, name).to.equal('one-class');
    }
  });

  it('refuse what is no probability', () => {
    expect(refusals(() => brier([true, false], [0.5, 50]))).to.deep.equal([
      'probabilities[1] must be a number from 0 to 1; given 50.',
    ]);
    expect(refusals(() => reliability([true], [0.5], 0))[0]).to.match(/^bins must be a whole number from 1 to 1000/);
    expect(refusals(() => brierSkill([true, false], [0.5, 0.5], 2))[0]).to.match(/^baseRate must be/);
    expect(refusals(() => brierSkill([], [], 2))[0]).to.match(/^baseRate must be/);
    // As it may come from outside, where nothing keeps to types.
    const none = null as unknown as boolean[];
    for (const [name, measure] of Object.entries(all)) {
      expect(refusals(() => measure(none, [0.5]))[0], name).to.match(/^happened must be a list of true and false/);
    }
  });
});
