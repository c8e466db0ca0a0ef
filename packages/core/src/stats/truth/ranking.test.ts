import { expect } from 'chai';
import fc from 'fast-check';
import { predictions, reordered, ten } from '../../fixtures/predictions.ts';
import { refusals } from '../../fixtures/refuses.ts';
import { auc } from './auc.ts';
import { aucInterval } from './auc-interval.ts';
import { averagePrecision } from './average-precision.ts';
import { compareAuc } from './compare-auc.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { lift } from './lift.ts';
import { roc } from './roc.ts';

const { happened, scores } = ten;
const other = [0.7, 0.6, 0.9, 0.2, 0.5, 0.65, 0.4, 0.3, 0.35, 0.05];
const all = { auc, aucInterval, averagePrecision, kolmogorovSmirnov, roc };

describe('measures of a ranking', () => {
  it('agree with scikit-learn and SciPy', () => {
    expect(auc(happened, scores).value).to.be.closeTo(0.6458333333333333, 1e-14);
    expect(averagePrecision(happened, scores).value).to.be.closeTo(0.6527777777777777, 1e-14);
    expect(kolmogorovSmirnov(happened, scores).value?.distance).to.be.closeTo(1 / 3, 1e-15);
    expect(kolmogorovSmirnov(happened, scores).value?.threshold).to.equal(0.8);
    const points = roc(happened, scores).value?.map((point) => Object.values(point));
    expect(points?.slice(0, 4)).to.deep.equal([
      [null, 0, 0],
      [0.9, 0, 0.25],
      [0.8, 1 / 6, 0.5],
      [0.55, 2 / 6, 0.5],
    ]);
    expect(points?.at(-1)).to.deep.equal([0.05, 1, 1]);
    expect(points).to.have.length(10);
  });

  it("have DeLong's interval, cut at 1", () => {
    const interval = aucInterval(happened, scores).value;
    expect(interval?.standardError).to.be.closeTo(0.2150312208167129, 1e-13);
    expect(interval?.low).to.be.closeTo(0.22437988498089645, 1e-13);
    expect(interval?.high).to.equal(1);
  });

  it("have DeLong's comparison of two scores of the same rows", () => {
    const compared = compareAuc(happened, scores, other).value;
    expect(compared?.difference).to.be.closeTo(0.22916666666666674, 1e-14);
    expect(compared?.standardError).to.be.closeTo(0.1408883850323973, 1e-13);
    expect(compared?.z).to.be.closeTo(1.6265831041641212, 1e-12);
    expect(compared?.p).to.be.closeTo(0.10382567013575109, 1e-12);
    const same = compareAuc(happened, scores, scores).value;
    expect(same).to.deep.equal({ difference: 0, low: 0, high: 0, standardError: 0, z: 0, p: 1 });
  });

  it('say with a reason that there is nothing to tell apart', () => {
    for (const [name, measure] of Object.entries(all)) {
      expect(measure([], []), name).to.deep.equal({
        value: null,
        reason: { code: 'no-rows', sentence: 'There are no rows to measure on.' },
      });
      expect(measure([true, true], [1, 2]).reason?.sentence, name).to.equal(
        'In all 2 rows the outcome happened: without the other there is nothing to tell apart.',
      );
      expect(measure([false], [1]).reason, name).to.deep.equal({
        code: 'one-class',
        sentence: 'In the only row the outcome did not happen: without the other there is nothing to tell apart.',
      });
    }
    expect(compareAuc([true], [1], [2]).reason?.code).to.equal('one-class');
  });

  it('have an AUC but no interval where an outcome has one row', () => {
    expect(auc([true, false, false], [3, 1, 2]).value).to.equal(1);
    expect(aucInterval([true, false, false], [3, 1, 2]).reason?.code).to.equal('too-few');
    expect(compareAuc([true, false, false], [3, 1, 2], [1, 2, 3]).reason?.code).to.equal('too-few');
  });

  it('turn about when the scores do: the AUC of reversed scores is 1 less the AUC', () => {
    fc.assert(
      fc.property(predictions, ({ happened, scores }) => {
        const area = auc(happened, scores).value ?? Number.NaN;
        const turned = scores.map((score) => -score);
        expect(auc(happened, turned).value).to.be.closeTo(1 - area, 1e-15);
        expect(kolmogorovSmirnov(happened, turned).value?.distance).to.be.closeTo(
          kolmogorovSmirnov(happened, scores).value?.distance ?? Number.NaN,
          1e-15,
        );
      }),
    );
  });

  it('see only the order of scores: what rises with them changes nothing', () => {
    fc.assert(
      fc.property(predictions, ({ happened, scores }) => {
        const ranks = [...new Set(scores.map((score) => score + 0))].sort((a, b) => a - b);
        const risen = scores.map((score) => (ranks.indexOf(score + 0) - 3) ** 3);
        expect(auc(happened, risen)).to.deep.equal(auc(happened, scores));
        expect(averagePrecision(happened, risen)).to.deep.equal(averagePrecision(happened, scores));
        expect(aucInterval(happened, risen)).to.deep.equal(aucInterval(happened, scores));
        expect(lift(happened, risen, 0.3)).to.deep.equal(lift(happened, scores, 0.3));
      }),
    );
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

  it('have the area under the points of the ROC curve as AUC', () => {
    fc.assert(
      fc.property(predictions, ({ happened, scores }) => {
        let area = 0;
        roc(happened, scores).value?.reduce((before, point) => {
          const height = (point.truePositiveRate + before.truePositiveRate) / 2;
          area += (point.falsePositiveRate - before.falsePositiveRate) * height;
          return point;
        });
        expect(auc(happened, scores).value).to.be.closeTo(area, 1e-12);
      }),
    );
  });
});

describe('lift', () => {
  it('takes the highest ⌊share · n⌋ rows, equal scores in the order they came', () => {
    expect(lift(happened, scores, 0.1).value).to.be.closeTo(2.5, 1e-15);
    expect(lift(happened, scores, 0.2).value).to.be.closeTo(1.25, 1e-15);
    expect(lift(happened, scores, 0.29).value).to.be.closeTo(1.25, 1e-15);
    expect(lift(happened, scores, 1).value).to.equal(1);
    expect(lift([true, false], [1, 1], 0.5).value).to.equal(2);
    expect(lift([false, true], [1, 1], 0.5).value).to.equal(0);
  });

  it('is not lost to how doubles write a share: 29 % of 100 rows are 29', () => {
    const hits = Array.from({ length: 100 }, (_, row) => row === 28);
    const falling = hits.map((_, row) => -row);
    expect(lift(hits, falling, 0.29).value).to.be.closeTo(1 / 29 / 0.01, 1e-12);
  });

  it('says so where the share is less than a row', () => {
    expect(lift([true, false], [1, 2], 0.1).reason?.sentence).to.equal('10 % of 2 rows is less than one row.');
  });
});

describe('rows', () => {
  it('are refused where they are not one outcome and one score each', () => {
    expect(refusals(() => auc([true, false], [1]))).to.deep.equal([
      'scores must be a list of 2, one for each entry of happened; given a list of 1.',
    ]);
    expect(refusals(() => auc([true, false], [1, Number.NaN]))[0]).to.match(/^scores\[1\] must be a finite number/);
    // What only JavaScript without types would pass.
    expect(refusals(() => auc([1, 0] as unknown as boolean[], [1, 2]))).to.deep.equal([
      'happened[0] must be true or false; given 1.',
    ]);
    expect(refusals(() => lift([true, false], [1, 2], 10))[0]).to.match(/^share must be a number above 0, at most 1/);
  });
});
