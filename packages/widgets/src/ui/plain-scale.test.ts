import { expect } from 'chai';
import { formatsOf } from './formats.ts';
import { readScore } from './score-reading.ts';
import { scoreSentence, scoreText, summary } from './summary.ts';

describe('a report without tiers', () => {
  const points = [90, 80, 66].map((score, week) => ({ at: `2026-11-0${week + 1}T00:00:00Z`, score }));
  const report = { score: 39.7, tier: null, tiers: [], trend: { points, days: 28, change: -24.3 } };
  const formats = formatsOf('en', 'UTC');

  it('is read on a scale of one stretch without a name, in the accent', () => {
    const { tier, tiers } = readScore(report);
    expect(tiers).to.deep.equal([{ id: '', label: '', from: 0, tone: 'plain' }]);
    expect(tier).to.equal(tiers[0]);
  });

  it('is said without a word of the usual tiers', () => {
    const reading = readScore(report);
    expect(scoreSentence(reading, formats, 'Adoption')).to.equal('Adoption: 40 of 100');
    expect(scoreText(reading, formats)).to.equal('40');
    expect(summary(report, reading, formats)).to.match(/^Down \d+ in 28 days$/);
  });
});
