import { expect } from 'chai';
import { modelOfMetric, refusedMetric } from '../fixtures/model-of-metric.ts';
import { read } from '../fixtures/read.ts';
import { measuresOf } from '../model/resolve-model.ts';
import { tag } from './tag.ts';

const common = {
  kind: 'tag',
  id: 'x',
  within: '90d',
  points: { 'case-study': 25, referral: 40, 'champion-left': -50 },
} as const;

describe('tag', () => {
  it('adds the points of the tags seen to its start, held to 0–100', () => {
    expect([0, 25, 65, -50, -60].map((points) => tag.score(common, points))).to.deep.equal([50, 75, 100, 0, 0]);
    expect(tag.score({ ...common, start: 80 }, -50)).to.equal(30);
  });

  it('gives the points themselves where points are added', () => {
    expect(tag.points?.(common, -25)).to.equal(-25);
    expect(tag.bounds?.(common)).to.deep.equal([-50, 65]);
    expect(tag.bounds?.({ ...common, points: { risk: -5 } })).to.deep.equal([-5, 0]);
  });

  it('reads the tags that an account was given', () => {
    const tagged = (name: string) => ({ name: 'tag', at: '2026-11-01T00:00:00.000Z', properties: { tag: name } });
    const measures = Object.fromEntries(measuresOf(modelOfMetric(common)).measures);
    const seen = read(measures, { events: ['referral', 'champion-left', 'referral', 'other'].map(tagged) });
    expect(Object.entries(seen).find(([id]) => id !== 'm')?.[1].value).to.equal(-10);
  });

  it('says what each tag gives, as many as fit', () => {
    expect(tag.explain(common, String)).to.equal(
      '50 to begin with; 25 for case-study, 40 for referral, -50 for champion-left; in the last 90 days',
    );
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`tag-${index}`, 1]));
    expect(tag.explain({ ...common, points: many }, String)).to.match(/^50 to begin with; 1 for tag-0, .*, …; in the/);
  });

  it('needs a tag', () => {
    expect(refusedMetric({ ...common, points: {} })).to.deep.equal([
      'x.points must name at least one tag, and has none: without any, nothing ever changes the score.',
    ]);
    expect(refusedMetric({ ...common, points: { vast: 101 } })).to.deep.equal([
      'x.points.vast must be at most 100, not 101.',
    ]);
  });
});
