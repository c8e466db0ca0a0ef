import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../fixtures/arbitraries.ts';
import { scoreWith } from '../fixtures/score-with.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { type Model, parseModel } from '../model/define-model.ts';
import { metricsOf } from '../model/dimension.ts';
import type { AccountScore } from './tell-score.ts';

const at = now - 10 * 86_400_000;
const seen = (values: Record<string, number | null>): Map<string, Observation> =>
  new Map(Object.entries(values).map(([id, value]) => [id, { value, at }]));
const range = (id: string, more: object = {}) => ({ kind: 'range', id, measure: id, worst: 0, best: 100, ...more });
const model = (dimensions: object[], more: object = {}) =>
  parseModel({
    id: 'm',
    version: '1',
    measures: { a: { kind: 'fact', name: 'a' }, b: { kind: 'fact', name: 'b' }, c: { kind: 'fact', name: 'c' } },
    dimensions,
    tiers: [],
    ...more,
  });

describe('scoreAccount', () => {
  const two = model([
    { id: 'x', weight: 3, metrics: [range('a'), range('b')] },
    { id: 'y', weight: 1, metrics: [range('c')] },
  ]);

  it('is the weighted mean of weighted means', () => {
    const { score, coverage } = scoreWith(two, seen({ a: 100, b: 50, c: 20 }), now);
    expect(score).to.equal(0.75 * 75 + 0.25 * 20);
    expect(coverage).to.equal(1);
  });

  it('hands the weight of what is missing to its neighbours, then to the other dimensions', () => {
    const within = scoreWith(two, seen({ a: 100, b: null, c: 20 }), now);
    expect(within.score).to.equal(0.75 * 100 + 0.25 * 20);
    expect(within.coverage).to.equal(0.625);
    expect(within.possible).to.deep.equal({ low: 42.5, high: 80 });
    const whole = scoreWith(two, seen({ a: 100, b: 50, c: null }), now);
    expect(whole.score).to.equal(75);
    expect(whole.dimensions[1]).to.include({ score: null, effectiveWeight: 0, points: 0, coverage: 0 });
  });

  it('counts what is missing as 0 or 50 only where the metric says so, and never as observed', () => {
    const policy = (missing: string) =>
      scoreWith(
        model([{ id: 'x', weight: 1, metrics: [range('a'), range('b', { missing })] }]),
        seen({ a: 100, b: null }),
        now,
      );
    expect([policy('exclude'), policy('zero'), policy('neutral')].map(({ score }) => score)).to.deep.equal([
      100, 50, 75,
    ]);
    expect(policy('zero').coverage).to.equal(0.5);
  });

  it('takes an observation as missing once it is older than staleAfter, to the instant', () => {
    const stale = (observedAt: number) =>
      scoreWith(
        model([{ id: 'x', weight: 1, metrics: [range('a'), range('b', { staleAfter: '10d' })] }]),
        new Map([
          ['a', { value: 100, at: null }],
          ['b', { value: 0, at: observedAt }],
        ]),
        now,
      );
    expect(stale(at).contributions[1]).to.include({ status: 'observed', normalized: 0 });
    expect(stale(at - 1).contributions[1]).to.include({ status: 'stale', normalized: null, missing: 'exclude' });
    expect(stale(at - 1).score).to.equal(100);
  });

  it('gives no score below the minimum coverage, and does at it', () => {
    const at60 = model([{ id: 'x', weight: 1, metrics: [range('a', { weight: 6 }), range('b', { weight: 4 })] }], {
      minimumCoverage: 0.6,
    });
    expect(scoreWith(at60, seen({ a: 80, b: null }), now)).to.include({ score: 80, reason: null });
    expect(scoreWith(at60, seen({ a: null, b: 80 }), now)).to.include({ score: null, reason: 'low-coverage' });
    expect(scoreWith(at60, new Map(), now)).to.include({ score: null, reason: 'no-data', possible: null });
  });

  it('can only be what it is where all that has weight is known', () => {
    const odd = model([
      { id: 'x', weight: 1, metrics: [range('a', { weight: 3 }), range('b', { weight: 7 })] },
      { id: 'y', weight: 2, metrics: [range('c', { weight: 1 / 3 })] },
    ]);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const { score, possible } = scoreWith(odd, seen({ a, b, c: a }), now);
          expect(possible).to.deep.equal({ low: score, high: score });
        },
      ),
    );
    const without = model([{ id: 'x', weight: 1, metrics: [range('a'), range('b', { weight: 0 })] }]);
    expect(scoreWith(without, seen({ a: 100 / 3 }), now).possible?.low).to.equal(
      scoreWith(without, seen({ a: 100 / 3 }), now).possible?.high,
    );
  });

  it('does not let a metric without weight stand for its dimension', () => {
    const { score } = scoreWith(
      model([
        { id: 'x', weight: 1, metrics: [range('a'), range('b', { weight: 0 })] },
        { id: 'y', weight: 1, metrics: [range('c')] },
      ]),
      seen({ a: null, b: 100, c: 30 }),
      now,
    );
    expect(score).to.equal(30);
  });
});

describe('scoreAccount with points', () => {
  const done = (event: string, more: object = {}) => ({
    kind: 'action',
    id: event,
    event,
    points: 20,
    deadline: '14d',
    after: 'start',
    missed: -15,
    ...more,
  });
  const states = (model: Model, values: Record<string, number | null>) =>
    new Map(
      metricsOf(model.dimensions).map((metric) => [measureIdOf(metric), { value: values[metric.id] ?? null, at: now }]),
    );
  const onboarding = model([
    { id: 'x', weight: 1, method: 'points', start: 50, metrics: [done('sso'), done('import')] },
  ]);
  const scored = (values: Record<string, number | null>) => scoreWith(onboarding, states(onboarding, values), now);

  it('adds what was done to its start and takes off what was missed', () => {
    const { score, held, contributions } = scored({ sso: 1, import: -1 });
    expect(score).to.equal(55);
    expect(contributions.map(({ points }) => points)).to.deep.equal([20, -15]);
    expect(held.map(({ role, points }) => [role, points])).to.deep.equal([['start', 50]]);
  });

  it('begins with its start while nothing is due, which is known and not missing', () => {
    expect(scored({ sso: 0, import: 0 })).to.include({ score: 50, coverage: 1, reason: null });
    expect(scored({ sso: 0, import: null })).to.include({ score: 50, coverage: 0.5 });
    expect(scored({ sso: 0, import: null }).possible).to.deep.equal({ low: 35, high: 70 });
    expect(scored({})).to.include({ score: null, coverage: 0, reason: 'no-data' });
  });

  it('does not ask for what is not yet due where shares are counted', () => {
    const shares = model([{ id: 'x', weight: 1, metrics: [done('sso'), done('import')] }]);
    const given = (values: Record<string, number | null>) => scoreWith(shares, states(shares, values), now);
    expect(given({ sso: 0, import: 1 })).to.include({ score: 100, coverage: 1 });
    expect(given({ sso: 0, import: 0 })).to.include({ score: null, reason: 'not-applicable' });
  });

  it('takes a metric without weight out, whatever points it names', () => {
    const out = model([
      { id: 'x', weight: 1, method: 'points', start: 50, metrics: [done('sso'), done('import', { weight: 0 })] },
    ]);
    expect(scoreWith(out, states(out, { sso: 1, import: -1 }), now).score).to.equal(70);
  });

  it('counts points and weights that are hardly any for the least there is, as statements do', () => {
    const hardly = (one: object, other: object, more: object = {}) => {
      const tiny = model([{ id: 'x', weight: 5e-324, ...more, metrics: [done('sso', one), done('import', other)] }]);
      return scoreWith(tiny, states(tiny, { sso: 1 }), now);
    };
    const points = { missed: 0, points: 5e-324 };
    expect(hardly(points, { ...points, points: 1e-323 }, { method: 'points' }).coverage).to.equal(0.5);
    expect(hardly({ weight: 5e-324 }, { weight: 1e-323 }).coverage).to.equal(0.5);
    expect(hardly({ weight: 1e-30 }, { weight: 3e-30 }).coverage).to.equal(0.25);
  });

  it('takes what is missing as the least it can give, or as the middle of the least and the most', () => {
    const given = (missing: string, change: object = {}) => {
      const metrics = [done('sso', { missing, ...change }), done('import')];
      const one = model([{ id: 'x', weight: 1, method: 'points', start: 50, metrics }]);
      return scoreWith(one, states(one, { import: 1 }), now);
    };
    // Import gives 20, and single sign-on from −15 to 20.
    expect(given('zero').score).to.equal(50 + 20 - 15);
    expect(given('neutral').score).to.equal(50 + 20 + 2.5);
    expect(given('neutral', { missed: 0 }).score).to.equal(50 + 20 + 10);
    expect(given('exclude').score).to.equal(50 + 20);
    expect(given('zero').possible).to.deep.include({ low: 55 });
    expect(given('zero', { weight: 0 }).score).to.equal(50 + 20);
  });

  it('sums exactly where points far beyond the scale are held to it', () => {
    const metrics = Array.from({ length: 200 }, (_, index) =>
      range('a', { id: `m${index}`, weight: 1e6 / (index + 3) }),
    );
    const vast = model([{ id: 'x', weight: 1, method: 'points', metrics }]);
    const { score, contributions, held } = scoreWith(vast, seen({ a: 77.7 }), now);
    const points = [...contributions, ...held].map((one) => one.points ?? 0);
    expect(score).to.equal(100);
    for (const order of [points, points.toReversed(), points.toSorted((a, b) => a - b)]) {
      expect(order.reduce((all, point) => all + point, 0)).to.equal(100);
    }
  });

  it('tells a dimension from a group and a metric of the same id, in whatever order they are listed', () => {
    const odd = fc.double({ min: 1, max: 33, noNaN: true });
    fc.assert(
      fc.property(odd, odd, odd, (p, q, r) => {
        const inner = { kind: 'group', id: 'x', method: 'points', start: p, weight: q, metrics: [done('sso')] };
        const dimensions = [
          { id: 'x', weight: r, method: 'points', start: q, metrics: [range('a', { weight: p })] },
          { id: 'y', weight: p, metrics: [inner, range('b', { id: 'y', weight: r })] },
        ];
        const [before, after] = [dimensions, dimensions.toReversed()].map((listed) => {
          const one = model(listed);
          return scoreWith(one, new Map([...states(one, { sso: 1 }), ...seen({ a: 77.7, b: 11.1 })]), now);
        });
        const sorted = (scored: AccountScore | undefined) =>
          scored?.held.map(({ dimension, group, points }) => `${dimension?.id} ${group.id} ${points}`).sort();
        expect(sorted(after)).to.deep.equal(sorted(before));
        expect(after?.score).to.equal(before?.score);
      }),
    );
  });
});
