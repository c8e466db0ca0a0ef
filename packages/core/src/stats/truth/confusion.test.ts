import { expect } from 'chai';
import fc from 'fast-check';
import { predictions, ten } from '../../fixtures/predictions.ts';
import { confusion } from './confusion.ts';
import { falseNegativeRate } from './false-negative-rate.ts';
import { falsePositiveRate } from './false-positive-rate.ts';
import { matthewsCorrelation } from './matthews-correlation.ts';
import { precision } from './precision.ts';
import { recall } from './recall.ts';

const rates = { falseNegativeRate, falsePositiveRate, matthewsCorrelation, precision, recall };

describe('confusion', () => {
  it('warns at the threshold itself', () => {
    const count = confusion(ten.happened, ten.scores, 0.5);
    expect(count).to.deep.equal({ truePositives: 2, falsePositives: 3, falseNegatives: 2, trueNegatives: 3 });
    expect(precision(count).value).to.equal(0.4);
    expect(recall(count).value).to.equal(0.5);
    expect(falsePositiveRate(count).value).to.equal(0.5);
    expect(falseNegativeRate(count).value).to.equal(0.5);
    expect(matthewsCorrelation(count).value).to.equal(0);
  });

  it('has no precision where nobody was warned of, and a correlation of 0', () => {
    const quiet = confusion(ten.happened, ten.scores, 2);
    expect(precision(quiet).reason).to.deep.equal({
      code: 'none-taken',
      sentence: 'No row reaches the threshold, so that none was warned of.',
    });
    expect(matthewsCorrelation(quiet).value).to.equal(0);
    expect(matthewsCorrelation(confusion(ten.happened, ten.scores, 0)).value).to.equal(0);
  });

  it('has no rates without rows or with one outcome', () => {
    for (const [name, rate] of Object.entries(rates)) {
      expect(rate(confusion([], [], 0.5)).reason?.code, name).to.equal('no-rows');
      expect(rate(confusion([true], [1], 0.5)).reason?.code, name).to.equal('one-class');
    }
  });

  it('gives a correlation of 1 for the truth, −1 for its opposite, and turns with the warnings', () => {
    const truth = ten.happened.map(Number);
    expect(matthewsCorrelation(confusion(ten.happened, truth, 1)).value).to.be.closeTo(1, 1e-15);
    fc.assert(
      fc.property(predictions, fc.double({ min: 0, max: 1, noNaN: true }), ({ happened, scores }, threshold) => {
        const count = confusion(happened, scores, threshold);
        const turned = {
          truePositives: count.falseNegatives,
          falsePositives: count.trueNegatives,
          falseNegatives: count.truePositives,
          trueNegatives: count.falsePositives,
        };
        const correlation = matthewsCorrelation(count).value ?? Number.NaN;
        expect(matthewsCorrelation(turned).value).to.be.closeTo(-correlation, 1e-12);
        expect(Math.abs(correlation)).to.be.at.most(1 + 1e-12);
        expect((recall(count).value ?? 0) + (falseNegativeRate(count).value ?? 0)).to.be.closeTo(1, 1e-15);
      }),
    );
  });
});
