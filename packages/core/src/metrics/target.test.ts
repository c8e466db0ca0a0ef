import { expect } from 'chai';
import { refusedMetric } from '../fixtures/model-of-metric.ts';
import { target } from './target.ts';

const common = { kind: 'target', id: 'x', measure: 'm' } as const;

describe('target', () => {
  it('is progress from nothing to the target, 100 at it and no more', () => {
    const users = { ...common, target: 40 };
    expect([-5, 0, 10, 40, 400].map((value) => target.score(users, value))).to.deep.equal([0, 0, 25, 100, 100]);
  });

  it('may have its target below its start, where less is better', () => {
    const hours = { ...common, start: 48, target: 8 };
    expect([60, 48, 28, 8, 0].map((value) => target.score(hours, value))).to.deep.equal([0, 0, 50, 100, 100]);
    expect(target.rises(hours)).to.equal('down');
  });

  it('counts the first steps most where they diminish', () => {
    const reviews = { ...common, target: 4, curve: 'diminishing' } as const;
    const scores = [0, 1, 2, 3, 4].map((value) => Number(target.score(reviews, value)));
    expect(scores[0]).to.equal(0);
    expect(scores[1]).to.be.closeTo((100 * (1 - Math.exp(-0.75))) / (1 - Math.exp(-3)), 1e-9);
    expect(scores[2]).to.be.closeTo(81.757, 1e-3);
    expect(scores[4]).to.equal(100);
    const steps = scores.slice(1).map((score, index) => score - (scores[index] ?? 0));
    expect(steps).to.deep.equal(steps.toSorted((a, b) => b - a));
  });

  it('says where it begins and ends', () => {
    expect(target.explain({ ...common, target: 4, curve: 'diminishing' }, String)).to.equal(
      '0 at 0, 100 once 4 is reached, the first steps counting most',
    );
  });

  it('needs a target apart from its start', () => {
    expect(refusedMetric({ ...common, target: 0 })).to.deep.equal([
      'x.target must differ from start (both 0): a range needs two ends.',
    ]);
    expect(refusedMetric({ ...common, target: 1.7e308, start: -1.7e308 })).to.deep.equal([
      'x.target must be nearer to start (-1.7e+308) than it is (1.7e+308): the span between them is more than a number can hold.',
    ]);
  });
});
