import { expect } from 'chai';
import { now } from '../fixtures/arbitraries.ts';
import { modelOfMetric, refusedMetric } from '../fixtures/model-of-metric.ts';
import { scoreWith } from '../fixtures/score-with.ts';
import { indexAccount } from '../measures/account-index.ts';
import { readMeasures } from '../measures/read-measures.ts';
import { measuresOf } from '../model/resolve-model.ts';
import { sentiment } from './sentiment.ts';

const common = {
  kind: 'sentiment',
  id: 'x',
  fact: 'pulse',
  scale: { green: 100, yellow: 50, red: 0 },
  expires: '90d',
} as const;

describe('sentiment', () => {
  const scored = (value: string, at: string) => {
    const model = modelOfMetric(common);
    const account = indexAccount({ id: 'a1', facts: { pulse: { value, at } } });
    return scoreWith(model, readMeasures(measuresOf(model), account, now), now);
  };

  it('is what the scale says of a judgement', () => {
    expect(scored('yellow', '2026-11-01T00:00:00.000Z').score).to.equal(50);
    expect(scored('red', '2026-11-01T00:00:00.000Z').score).to.equal(0);
  });

  it('does not guess at a judgement that the scale does not have', () => {
    expect(scored('amber', '2026-11-01T00:00:00.000Z')).to.include({ score: null, reason: 'no-data' });
  });

  it('expires', () => {
    expect(scored('green', '2026-08-16T09:00:00.000Z').score).to.equal(100);
    const { score, contributions } = scored('green', '2026-08-16T08:59:59.999Z');
    expect(score).to.equal(null);
    expect(contributions[0]?.status).to.equal('stale');
  });

  it('says its scale and how long it holds', () => {
    expect(sentiment.explain(common, String)).to.equal('100 for green, 50 for yellow, 0 for red; holds for 90 days');
  });

  it('refuses a scale of nothing, of numbers, and beyond 0–100', () => {
    expect(refusedMetric({ ...common, scale: {} })).to.deep.equal([
      'x.scale must name at least one judgement, and has none: without any, nothing ever changes the score.',
    ]);
    expect(refusedMetric({ ...common, scale: { '5': 100 } })).to.deep.equal([
      'x.scale must name judgements by text, not "5": a number is read as it stands. For judgements that are numbers use a range over the fact.',
    ]);
    expect(refusedMetric({ ...common, scale: { green: 101 } })).to.deep.equal([
      'x.scale.green must be at most 100, not 101.',
    ]);
  });
});
