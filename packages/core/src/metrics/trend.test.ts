import { expect } from 'chai';
import { refusedMetric } from '../fixtures/model-of-metric.ts';
import { trend } from './trend.ts';

const common = { kind: 'trend', id: 'x', measure: 'm', full: 0.3 } as const;

describe('trend', () => {
  it('is 50 while steady, and goes to 100 and 0 on straight lines from there', () => {
    const scores = [-1, -0.3, -0.175, -0.05, 0, 0.05, 0.175, 0.3, 1].map((value) => Number(trend.score(common, value)));
    [0, 0, 25, 50, 50, 50, 75, 100, 100].forEach((score, index) => {
      expect(scores[index]).to.be.closeTo(score, 1e-9);
    });
  });

  it('does not jump where steady ends', () => {
    expect(trend.score(common, 0.05 + 1e-9)).to.be.closeTo(50, 1e-6);
    expect(trend.score(common, -0.05 - 1e-9)).to.be.closeTo(50, 1e-6);
  });

  it('turns round where falling is better, such as tickets', () => {
    const tickets = { ...common, steady: 0, better: 'down' } as const;
    expect([-0.3, 0, 0.3].map((value) => trend.score(tickets, value))).to.deep.equal([100, 50, 0]);
    expect(trend.explain(tickets, String)).to.equal('50 while within 0 either way, 100 at -0.3, 0 at 0.3');
  });

  it('needs a way to go beyond what is steady', () => {
    expect(refusedMetric({ ...common, full: 0.05 })).to.deep.equal([
      'x.full must be greater than steady (0.05), not 0.05: beyond what is steady the score has a way to go.',
    ]);
    expect(refusedMetric({ ...common, full: 0 })).to.deep.equal(['x.full must be more than 0, not 0.']);
  });
});
