import { expect } from 'chai';
import fc from 'fast-check';
import { readScore } from '../../ui/score-reading.ts';
import { attributeReport } from './attribute-report.ts';
import { readTrend } from './read-trend.ts';

describe('a trend from attributes', () => {
  const { warn } = console;
  // What is written oddly here is meant to be.
  before(() => {
    console.warn = () => {};
  });
  after(() => {
    console.warn = warn;
  });

  it('reads scores as text, a step apart, and keeps null a gap', () => {
    const report = attributeReport({ scores: '62 64, null 70', start: '2026-01-05', step: '1w' });
    expect(report?.trend?.points).to.deep.equal([
      { at: '2026-01-05T00:00:00.000Z', score: 62 },
      { at: '2026-01-12T00:00:00.000Z', score: 64 },
      { at: '2026-01-19T00:00:00.000Z', score: null },
      { at: '2026-01-26T00:00:00.000Z', score: 70 },
    ]);
    expect(report?.score).to.equal(70);
    expect(report?.asOf).to.equal('2026-01-26T00:00:00.000Z');
  });

  it('compares with the score nearest to 28 days before, and with none that is far from it', () => {
    const scores = '80 79 78 77 60';
    const weekly = attributeReport({ scores, start: '2026-01-05', step: '7d' });
    expect(weekly?.trend?.earlier).to.deep.equal({ at: '2026-01-05T00:00:00.000Z', score: 80 });
    expect(weekly?.trend?.change).to.equal(-20);
    const daily = attributeReport({ scores, start: '2026-01-05', step: '1d' });
    expect(daily?.trend?.earlier).to.equal(null);
    expect(daily?.trend?.change).to.equal(null);
    expect(attributeReport({ scores, start: '2026-01-05', step: '1d', days: 4 })?.trend?.change).to.equal(-20);
  });

  it('reads a list as JSON writes it', () => {
    const report = attributeReport({ scores: JSON.stringify([62, null, 66.5, 38]), start: '2026-01-05' });
    expect(report?.trend?.points?.map((point) => point?.score)).to.deep.equal([62, null, 66.5, 38]);
    expect(report?.score).to.equal(38);
  });

  it('says how many days lie between the two scores that it compares', () => {
    expect(attributeReport({ scores: '62 64 66 70', start: '2026-01-05' })?.trend).to.include({ change: 8, days: 21 });
    expect(attributeReport({ scores: '60 62 64 66 70', start: '2026-01-05' })?.trend).to.include({ days: 28 });
    const points = ['2026-01-01', '2026-02-01'].map((at, i) => ({ at, score: 60 + i * 10 }));
    expect(attributeReport({ points })?.trend).to.include({ change: 10, days: 31 });
  });

  it('takes points in any order and with any kind of date', () => {
    const points = [
      { at: new Date('2026-02-02'), score: 50 },
      { at: '2026-01-05', score: 40 },
      { at: Date.parse('2026-01-12'), score: null },
    ];
    const drawn = attributeReport({ points })?.trend?.points;
    expect(drawn?.map((point) => point?.score)).to.deep.equal([40, null, 50]);
  });

  it('is nothing without scores, a start or a step', () => {
    expect(attributeReport({})).to.equal(null);
    expect(attributeReport({ points: [] })).to.equal(null);
    expect(attributeReport({ scores: '1 2 3' })).to.equal(null);
    expect(attributeReport({ scores: '1 2 3', start: '2026-01-05', step: 'soon' })).to.equal(null);
    expect(attributeReport({ scores: '1 2 3', start: '2026-01-05', step: '0d' })).to.equal(null);
  });

  it('lets no score through that is none, whatever is written', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('null', '', '-', '1e999')));
    fc.assert(
      fc.property(words, (given) => {
        const report = attributeReport({ scores: given.join(' '), start: '2026-01-05', step: '1d' });
        for (const point of report?.trend?.points ?? []) {
          if (point?.score !== null) expect(point?.score).to.be.within(0, 100);
        }
        if (report) readTrend(report, readScore(report));
      }),
    );
  });
});
