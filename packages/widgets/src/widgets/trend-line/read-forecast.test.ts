import { expect } from 'chai';
import fc from 'fast-check';
import { drawnAhead } from './layout-forecast.ts';
import { readForecast } from './read-forecast.ts';

const now = Date.parse('2026-11-14T09:00:00Z');
const day = 86_400_000;
const last = { at: now };
const ahead = (days: number, score = 60, low = 50, high = 70) => ({
  at: new Date(now + days * day).toISOString(),
  score,
  low,
  high,
});
const read = (points: unknown, more: object = {}) =>
  // The point is that these may be no points.
  readForecast({ trend: { forecast: { confidence: 0.8, reason: null, points, ...more } } } as object, last);
const days = (points: unknown) => read(points)?.points.map(({ at }) => (at - now) / day);

describe('a forecast read', () => {
  it('is what lies ahead, soonest first', () => {
    expect(days([ahead(14), ahead(7)])).to.deep.equal([7, 14]);
    expect(read([ahead(7)])).to.deep.equal({
      points: [{ at: now + 7 * day, score: 60, low: 50, high: 70 }],
      confidence: 0.8,
      reason: null,
    });
  });

  it('tells no point that is past, off the scale, outside its own interval or more than a year on', () => {
    const wrong = [
      ahead(-7),
      ahead(0),
      ahead(400),
      ahead(7, 60, 70, 50),
      ahead(7, 80),
      ahead(7, 60, -1),
      ahead(7, Number.NaN),
    ];
    expect(read(wrong)).to.equal(null);
    expect(days([...wrong, null, 'x', { at: 'soon' }, ahead(21)])).to.deep.equal([21]);
    expect(read([ahead(7)], { confidence: 80 })).to.equal(null);
  });

  it('says why there is none, for reasons it knows', () => {
    expect(read([], { reason: { code: 'too-few-points' } })?.reason).to.equal('too-few-points');
    expect(read([], { reason: { code: 'no-score' } })).to.equal(null);
    expect(read([], { reason: 'constructor' })).to.equal(null);
  });

  it('reads whatever it is given, and no more than a year of days', () => {
    fc.assert(fc.property(fc.anything(), (given) => void read(given)));
    fc.assert(fc.property(fc.anything(), (given) => void readForecast({ trend: { forecast: given } } as object, last)));
    expect(read(Array(1e6).fill(ahead(7)))?.points).to.have.length(366);
  });

  it('is drawn no further than half as long as what was observed', () => {
    const forecast = read([ahead(7), ahead(14), ahead(21)]);
    // Only these two are read.
    const trend = { forecast, last } as unknown as Parameters<typeof drawnAhead>[0];
    expect(drawnAhead(trend, 28 * day).map(({ at }) => (at - now) / day)).to.deep.equal([7, 14]);
    expect(drawnAhead({ ...trend, forecast: null }, 28 * day)).to.deep.equal([]);
  });
});
