import { expect } from 'chai';
import fc from 'fast-check';
import { account, model as anyModel, now } from '../fixtures/arbitraries.ts';
import { indexAccount } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { readMeasures } from '../measures/read-measures.ts';
import { type Model, parseModel } from '../model/define-model.ts';
import type { ModelDocument } from '../model/model.ts';
import { measuresOf, resolveModel } from '../model/resolve-model.ts';
import type { Account } from '../schema/account.ts';
import { scoreAccount } from './score-account.ts';

const scoreWith = (model: Model, observations: ReadonlyMap<string, Observation>, at: number) =>
  scoreAccount(resolveModel(model, []), observations, at);

const scoreOf = (model: Model, given: Account) =>
  scoreWith(model, readMeasures(measuresOf(model), indexAccount(given), now), now);

const byId = (scored: ReturnType<typeof scoreWith>) =>
  new Map(scored.contributions.map(({ metric, points, effectiveWeight }) => [metric.id, { points, effectiveWeight }]));

const random = (check: (model: ModelDocument, account: Account) => void) =>
  fc.assert(fc.property(anyModel, account, check), { numRuns: 300 });

describe('scoreAccount on random models and accounts', () => {
  it('gives contributions that sum to the score exactly, forwards and backwards', () => {
    random((document, given) => {
      const { score, contributions, dimensions } = scoreOf(parseModel(document), given);
      const points = contributions.map((scored) => scored.points);
      if (score === null) expect(points.every((point) => point === null)).to.equal(true);
      else {
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(sum(points)).to.equal(score);
        expect(sum(points.toReversed())).to.equal(score);
        expect(sum(dimensions.map((dimension) => dimension.points))).to.equal(score);
      }
    });
  });

  it('is 0–100 with no reason, or none with one', () => {
    random((document, given) => {
      const { score, reason, coverage } = scoreOf(parseModel(document), given);
      expect(score === null).to.equal(reason !== null);
      if (score !== null) expect(score).to.be.within(0, 100);
      expect(coverage).to.be.within(0, 1);
    });
  });

  it('does not change when a metric that is missing and excluded is removed', () => {
    random((document, given) => {
      const model = parseModel({ ...document, minimumCoverage: 0 });
      const before = scoreOf(model, given);
      const gone = new Set(
        before.contributions.filter(({ missing }) => missing === 'exclude').map(({ metric }) => metric.id),
      );
      const dimensions = document.dimensions
        .map((dimension) => ({ ...dimension, metrics: dimension.metrics.filter(({ id }) => !gone.has(id)) }))
        .filter(({ metrics }) => metrics.some(({ weight }) => weight !== 0));
      fc.pre(gone.size > 0 && dimensions.some(({ weight }) => weight > 0) && before.score !== null);
      const after = scoreOf(parseModel({ ...document, minimumCoverage: 0, dimensions }), given);
      expect(after.score).to.equal(before.score);
      for (const [id, part] of byId(after)) expect(part).to.deep.equal(byId(before).get(id));
    });
  });

  it('does not depend on the order of events, metrics or dimensions', () => {
    random((document, given) => {
      const turned = parseModel({
        ...document,
        dimensions: document.dimensions
          .toReversed()
          .map((dimension) => ({ ...dimension, metrics: dimension.metrics.toReversed() })),
      });
      const shuffled = { ...given, ...(given.events ? { events: given.events.toReversed() } : {}) };
      const [one, other] = [scoreOf(parseModel(document), given), scoreOf(turned, shuffled)];
      expect(other.score).to.equal(one.score);
      expect(other.coverage).to.equal(one.coverage);
      for (const [id, part] of byId(other)) expect(part).to.deep.equal(byId(one).get(id));
    });
  });

  it('hands out all of the weight that counts, and keeps the score within what is possible', () => {
    random((document, given) => {
      const { score, contributions, possible } = scoreOf(parseModel(document), given);
      if (score === null) return;
      const weight = contributions.reduce((all, { effectiveWeight }) => all + effectiveWeight, 0);
      expect(weight).to.be.closeTo(1, 1e-9);
      if (possible && contributions.every(({ missing }) => missing === null || missing === 'exclude')) {
        expect(score).to.be.within(possible.low, possible.high);
      }
    });
  });
});

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
