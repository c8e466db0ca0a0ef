import { expect } from 'chai';
import fc from 'fast-check';
import { forecastScore } from './forecast-score.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const week = 604_800_000;
/** Weekly scores, oldest first, the last one today's. */
const weekly = (scores: readonly (number | null)[]) =>
  scores.map((score, place) => ({ ms: now - (scores.length - 1 - place) * week, score }));
const forecast = (scores: readonly (number | null)[], days = 91) => forecastScore(weekly(scores), days, false);

/** The same random numbers in every engine: multiplications of whole numbers and sums. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Normal enough: mean 0, standard deviation 1. */
const noise = (next: () => number): number => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);

const held = (score: number) => Math.max(0, Math.min(100, score));

/** Series that go on as long again as a forecast of 13 weeks tells of. */
const simulated = (length: number, step: (before: number, place: number, next: () => number) => number) => {
  const next = random(20_261_114);
  return Array.from({ length }, () => {
    let before = 0;
    return Array.from({ length: 53 + 13 }, (_, place) => {
      before = step(before, place, next);
      return held(80 + before);
    });
  });
};

/** How often a forecast was given, and how often what came lay in its interval at a lead in weeks. */
function tell(series: readonly number[][], lead: number) {
  const given = series.flatMap((scores) => {
    const point = forecast(scores.slice(0, 53)).points[lead - 1];
    const came = scores[52 + lead] ?? Number.NaN;
    return point ? [point.low <= came && came <= point.high] : [];
  });
  return { given: given.length / series.length, held: given.filter(Boolean).length / given.length };
}

describe('forecastScore', () => {
  it('carries a steady fall on from today, week by week and to the very day', () => {
    const falling = Array.from({ length: 40 }, (_, place) => 90 - place);
    const { points, basis, reason } = forecast(falling, 30);
    expect(reason).to.equal(null);
    expect(points.map(({ at }) => at.slice(0, 10))).to.deep.equal([
      '2026-11-21',
      '2026-11-28',
      '2026-12-05',
      '2026-12-12',
      '2026-12-14',
    ]);
    expect(points.map(({ score }) => Math.round(score * 100) / 100)).to.deep.equal([50, 49, 48, 47, 46.71]);
    expect(basis).to.deep.equal({
      from: '2026-02-14T09:00:00.000Z',
      weeks: 40,
      trials: 28,
      error: 0,
      errorAsToday: 5,
    });
  });

  it('gives none where the past knows no better than "as today", and says by how much', () => {
    const wavering = Array.from({ length: 53 }, (_, place) => 60 + (place % 3));
    const { points, reason } = forecast(wavering);
    expect(points).to.deep.equal([]);
    expect(reason?.code).to.equal('no-better-than-today');
    expect(reason?.sentence).to.match(
      /^Over 91 days of this account's past a line was off by \d\.\d points on average/,
    );
    expect(forecast(Array.from({ length: 53 }, () => 60)).reason?.code).to.equal('no-better-than-today');
  });

  it('gives none of too short a history, of one with too many gaps, and says what it takes', () => {
    const short = Array.from({ length: 28 }, (_, place) => 90 - place);
    expect(forecast(short).reason).to.deep.equal({
      code: 'too-few-points',
      sentence: 'It takes at least 29 weeks of scores by one version of the model; 28 of the last 53 are known.',
    });
    expect(forecast([100, ...short]).reason).to.equal(null);
    const monthly = Array.from({ length: 53 }, (_, place) => (place % 4 ? null : 90 - place));
    expect(forecast(monthly).reason?.code).to.equal('too-few-points');
    expect(forecastScore([], 91, false).reason?.code).to.equal('no-score');
    expect(forecast([50, null]).reason?.code).to.equal('no-score');
    expect(forecastScore(weekly(short), 91, true).reason?.code).to.equal('set-by-hand');
  });

  it('takes the last score of a week, so that daily reports say what weekly ones do', () => {
    const daily = Array.from({ length: 7 * 40 + 1 }, (_, place) => ({
      ms: now - (7 * 40 - place) * (week / 7),
      score: 95 - place / 7,
    }));
    const { points, basis } = forecastScore(daily, 28, false);
    expect(points.map(({ score }) => Math.round(score))).to.deep.equal([54, 53, 52, 51]);
    expect(basis?.weeks).to.equal(41);
  });

  it('stays on the scale, holds the middle and never narrows, whatever the history', () => {
    const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 9 });
    const drift = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 70 }), drift, fc.integer({ min: 7, max: 182 }), (noisy, by, days) => {
        const scores = noisy.map((one, place) => (one === null ? null : held(50 + by * (place - 35) + one / 20)));
        const { points, reason } = forecast(scores, days);
        expect(points.length === 0).to.equal(reason !== null);
        let width = 0;
        for (const { score, low, high } of points) {
          expect(0 <= low && low <= score && score <= high && high <= 100).to.equal(true);
          if (low > 0 && high < 100) expect(high - low + 1e-9).to.be.at.least(width);
          if (low > 0 && high < 100) width = high - low;
        }
      }),
    );
  });
});

describe('the interval of a forecast', () => {
  const trend = simulated(120, (_, place, next) => -0.6 * place + 2 * noise(next));
  const drift = simulated(120, (before, _, next) => before - 0.5 + noise(next));

  it('holds what came as often as it says, or more often, near and far', () => {
    for (const series of [trend, drift]) {
      for (const lead of [1, 7, 13]) {
        const { given, held } = tell(series, lead);
        expect(given).to.be.above(0.4);
        expect(held, `${lead} weeks ahead`).to.be.at.least(0.75);
      }
    }
  });

  it('is hardly ever given where nothing is to be known: noise, and a walk without a drift', () => {
    const flat = simulated(120, (_, __, next) => 3 * noise(next) - 20);
    const walk = simulated(120, (before, _, next) => (before || -20) + 1.5 * noise(next));
    expect(tell(flat, 1).given).to.equal(0);
    expect(tell(walk, 1).given).to.be.below(0.15);
  });
});
