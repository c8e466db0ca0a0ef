import { expect } from 'chai';
import fc from 'fast-check';
import { formatsOf } from '../../ui/formats.ts';
import { type GivenReport, readScore } from '../../ui/score-reading.ts';
import { attributeReport } from './attribute-report.ts';
import { readTrend } from './read-trend.ts';
import { describeTrend, sayPoint, saySpan, sayTrend } from './say-trend.ts';
import { trendMessages } from './trend-line.messages.ts';

const speech = { words: trendMessages.english, formats: formatsOf('en', 'UTC') };

function read(report: GivenReport | null) {
  if (!report) throw new Error('There should be a report.');
  const reading = readScore(report);
  const trend = readTrend(report, reading);
  return trend && { report, reading, trend };
}

function weekly(scores: string) {
  const known = read(attributeReport({ scores, start: '2024-01-01', step: '7d' }));
  if (!known) throw new Error('There should be a history.');
  return known;
}

describe('a trend read', () => {
  it('finds ends, extremes and gaps', () => {
    const { trend } = weekly('null 62 90 null null 30 62');
    expect(trend.first.score).to.equal(62);
    expect(trend.last.score).to.equal(62);
    expect([trend.low.score, trend.high.score]).to.deep.equal([30, 90]);
    expect(trend.gaps.map(({ from, to }) => (to - from) / 86_400_000)).to.deep.equal([21]);
    expect(trend.stopped).to.equal(null);
  });

  it('knows when data stopped', () => {
    const known = weekly('62 64 null null');
    expect(new Date(known.trend.stopped ?? 0).toISOString()).to.equal('2024-01-08T00:00:00.000Z');
    expect(sayTrend(known, speech, false)).to.equal('No score since 8 Jan 2024; it was 64');
  });

  it('notes each change of the model, and none where versions are not known', () => {
    const points = ['4', '4.0', '4.0.0', '5', '5.0', null, '6'].map((version, i) => ({
      at: `2024-01-0${i + 1}`,
      score: 50,
      version,
    }));
    const known = read({ trend: { points } });
    expect(known?.trend.versions.map(({ version }) => version)).to.deep.equal(['5']);
  });

  it('is nothing where no score was ever observed, and one point where there is only today’s', () => {
    expect(read({ trend: { points: [{ at: '2024-01-01', score: null }] } })).to.equal(null);
    expect(read({})).to.equal(null);
    expect(read({ score: 40, asOf: '2024-01-01' })?.trend.points).to.have.length(1);
  });

  it('says start, end, change, extremes, gaps and changes of the model', () => {
    const points = [70, 82.4, null, 74, 62].map((score, i) => ({
      at: `2024-0${i + 1}-01T00:00:00Z`,
      score,
      version: i < 4 ? '4' : '5',
    }));
    const known = read({ score: 62, trend: { points, days: 28, change: -12 } });
    expect(known && describeTrend(known, speech)).to.equal(
      'From 70 on 1 Jan 2024 to 62 on 1 May 2024. Down 12 in 28 days. ' +
        'Highest 82.4 on 1 Feb 2024, lowest 62 on 1 May 2024. ' +
        'No data from 1 Feb 2024 to 1 Apr 2024. Model v5 since 1 May 2024.',
    );
  });

  it('counts gaps beyond the third', () => {
    const known = weekly('50 null 51 null 52 null 53 null 54 null 55');
    expect(describeTrend(known, speech)).to.match(/No data from 29 Jan 2024 to 12 Feb 2024\. 2 more gaps\.$/);
  });

  it('says a point with its tier, and a gap as a gap', () => {
    const { trend, reading } = weekly('79.84 null');
    const [first, second] = trend.points;
    expect(first && sayPoint(first, reading.tiers, speech)).to.equal('1 Jan 2024: 79.8, Healthy');
    expect(second && sayPoint(second, reading.tiers, speech)).to.equal('8 Jan 2024: no data');
  });

  it('measures a history in the unit people would use', () => {
    const spans = ['1 2', '1 2 3', Array(53).fill('9').join(' '), Array(209).fill('9').join(' ')];
    expect(spans.map((scores) => saySpan(weekly(scores).trend, speech))).to.deep.equal([
      '7 days',
      '2 weeks',
      '12 months',
      '4 years',
    ]);
  });

  it('never throws nor says NaN, whatever it is given', () => {
    fc.assert(
      fc.property(fc.record({ score: fc.anything(), asOf: fc.anything(), trend: fc.anything() }), (given) => {
        // What TypeScript would refuse, pages without it hand over.
        const known = read(given as GivenReport);
        if (known) expect(describeTrend(known, speech)).not.to.match(/NaN|undefined|null/);
      }),
    );
  });
});
