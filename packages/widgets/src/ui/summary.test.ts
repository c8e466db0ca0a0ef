import { expect } from 'chai';
import { formatsOf } from './formats.ts';
import { type GivenReport, readScore } from './score-reading.ts';
import { changeSentence, scoreSentence, scoreText, summary } from './summary.ts';

const formats = formatsOf('en', 'UTC');
const say = (report: GivenReport) => summary(report, readScore(report), formats);
const day = (date: string) => formats.day(Date.parse(date));

/** A score of each week up to 14 November 2026. */
const weeks = (...scores: readonly (number | null)[]) => ({
  points: scores.map((score, i) => ({
    at: new Date(Date.parse('2026-11-14') - (scores.length - 1 - i) * 7 * 86_400_000).toISOString(),
    score,
  })),
});

describe('a score as a figure', () => {
  const written = (score: number) => scoreText(readScore({ score }), formats);

  it('is a whole number, with a decimal only where rounding would lift it into a tier it is not in', () => {
    expect([61.4, 61.5, 39.4, 39.56, 39.54, 39.97, 69.5, 70].map(written)).to.deep.equal([
      '61',
      '62',
      '39',
      '39.6',
      '39.5',
      '39.9',
      '69.5',
      '70',
    ]);
  });
});

describe('the summary of a score', () => {
  it('says how it moved, and since when it is below the tier above', () => {
    const report = { score: 62, trend: { ...weeks(74, 72, 68, 65, 62), change: -12, days: 28 } };
    expect(say(report)).to.equal(`Down 12 in 28 days; below Healthy since ${day('2026-10-31')}`);
  });

  it('says since when it has been in a tier it rose to', () => {
    const report = { score: 74, trend: { ...weeks(62, 68, 71, 74), change: 12, days: 21 } };
    expect(say(report)).to.equal(`Up 12 in 21 days; Healthy since ${day('2026-11-07')}`);
  });

  it('looks across weeks without a score', () => {
    const report = { score: 62, trend: { ...weeks(74, null, 65, null, 62), change: 0 } };
    expect(say(report)).to.equal(`Steady over 28 days; below Healthy since ${day('2026-10-31')}`);
  });

  it('claims no date where history does not show one', () => {
    expect(say({ score: 62, trend: { ...weeks(61, 60, 62), change: 1, days: 1 } })).to.equal('Up 1 in 1 day');
    expect(say({ score: 62, tier: 'healthy', trend: { ...weeks(72, 62), change: -10 } })).to.equal(
      'Down 10 in 28 days',
    );
  });

  it('falls back on the score itself', () => {
    expect(say({ score: 62 })).to.equal('62 of 100, Watch');
  });
});

describe('the words of a score', () => {
  it('never round it into a tier it is not in', () => {
    const text = (score: number) => scoreText(readScore({ score }), formats);
    expect([69.4, 69.6, 69.96, 70, 39.5, 99.7].map(text)).to.deep.equal(['69', '69.6', '69.9', '70', '39.5', '100']);
  });

  it('name the account, or leave the name out', () => {
    const reading = readScore({ score: 72 });
    expect(scoreSentence(reading, formats, 'Acme')).to.equal('Acme: 72 of 100, Healthy');
    expect(scoreSentence(reading, formats)).to.equal('72 of 100, Healthy');
  });

  it('have no change where none is known', () => {
    expect(changeSentence(readScore({ score: 72 }), formats)).to.equal(null);
  });
});
