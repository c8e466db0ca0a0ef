import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { parseModel } from './define-model.ts';
import { type Groups, resolveModel } from './resolve-model.ts';

const range = (id: string, more: object = {}) => ({ kind: 'range', id, measure: 'seats', worst: 0, best: 10, ...more });
const base = {
  id: 'm',
  version: '1.0.0',
  measures: { seats: { kind: 'fact', name: 'seats' }, tenure: { kind: 'since' } },
  dimensions: [
    { id: 'adoption', weight: 2, metrics: [range('use')] },
    { id: 'service', weight: 1, metrics: [range('tickets'), range('csat')] },
  ],
  tiers: [{ id: 'low', from: 0 }],
};
const small = { id: 'small', when: { fact: 'employees', lt: 100 } };
const said = (change: object) => refusals(() => parseModel({ ...base, ...change }));
const segment = (change: object) => said({ segments: [{ ...small, ...change }] });

describe('checkGroups', () => {
  it('takes overlays of every sort', () => {
    const overlays = {
      weights: { service: 5, use: 0.5 },
      metrics: { use: { best: 4 }, csat: { weight: 0 } },
      add: { adoption: [range('extra')] },
      tiers: [{ id: 'only', from: 0 }],
      minimumCoverage: 0.2,
    };
    expect(
      parseModel({
        ...base,
        segments: [{ ...small, ...overlays }],
        stages: [{ id: 's', when: { measure: 'tenure', lt: 90 } }],
      }),
    ).to.have.property('segments');
  });

  it('finds what an overlay names that is not there', () => {
    expect(
      segment({ weights: { sevice: 1 }, metrics: { usage: { best: 1 } }, add: { growth: [range('x')] } }),
    ).to.deep.equal([
      'segments[0].add.growth names no dimension of this model: expected one that is defined, not "growth" (the model has adoption, service).',
      'segments[0].metrics.usage names no metric of this model: expected one that is defined, not "usage" (the model has use, tickets, csat, x).',
      'segments[0].weights.sevice names no dimension, group or metric of this model: expected one that is defined, not "sevice" (the model has adoption, service, use, tickets, csat, x). Did you mean "service"?',
    ]);
  });

  it('finds what an overlay names that it has itself replaced', () => {
    const dimensions = [{ id: 'set-up', weight: 1, metrics: [range('use')] }];
    expect(segment({ dimensions, weights: { service: 2 }, metrics: { csat: { best: 4 } } })).to.deep.equal([
      'segments[0].metrics.csat names no metric of this model: expected one that is defined, not "csat" (the model has use).',
      'segments[0].weights.service names no dimension, group or metric of this model: expected one that is defined, not "service" (the model has set-up, use).',
    ]);
  });

  it('lets a stage change what a segment brings in, where it does', () => {
    const dimensions = [{ id: 'set-up', weight: 1, metrics: [range('done')] }];
    const segments = [
      { ...small, dimensions },
      { id: 'large', when: { fact: 'employees', gt: 100 }, add: { service: [range('extra')] } },
    ];
    const stage = { id: 'early', when: { measure: 'tenure', lt: 90 } };
    const stages = [
      {
        ...stage,
        weights: { 'set-up': 3, service: 0, extra: 2 },
        metrics: { done: { best: 5 } },
        add: { 'set-up': [range('first')] },
      },
    ];
    const model = parseModel({ ...base, segments, stages });
    const weights = (groups: Groups) =>
      resolveModel(model, groups).dimensions.map(({ id, weight, metrics }) => [id, weight, metrics.length]);
    const [first, second] = model.segments ?? [];
    const early = model.stages?.[0] ?? null;
    expect(weights([first ?? null, early, null])).to.deep.equal([['set-up', 3, 2]]);
    expect(weights([second ?? null, early, null])).to.deep.equal([
      ['adoption', 2, 1],
      ['service', 0, 3],
    ]);
    expect(said({ segments, stages: [{ ...stage, metrics: { done: { best: 'x' } } }] })).to.deep.equal([
      'stages[0].metrics.done makes a metric that is wrong: best must be a finite number, not "x".',
    ]);
    // A segment comes first, and never has what a stage brings in.
    expect(
      said({
        segments: [{ ...small, weights: { late: 1 } }],
        stages: [{ ...stage, add: { service: [range('late')] } }],
      }),
    ).to.have.length(1);
  });

  it('finds a weight that may be meant for two', () => {
    const dimensions = [{ id: 'use', weight: 1, metrics: [range('use'), range('csat')] }];
    const groups = { dimensions, segments: [{ ...small, weights: { use: 2 } }] };
    expect(said(groups)).to.deep.equal([
      'segments[0].weights.use names a dimension and a member of one, and would change both weights: give one of them another id.',
    ]);
  });

  it('finds a change that makes a metric wrong, also across its fields', () => {
    expect(segment({ metrics: { use: { best: 'x', bset: 1 } } })).to.deep.equal([
      'segments[0].metrics.use makes a metric that is wrong: best must be a finite number, not "x".',
      'segments[0].metrics.use makes a metric that is wrong: segments[0].metrics.use has no key "bset": remove it or mend its spelling. Did you mean "best"?',
    ]);
    expect(segment({ metrics: { use: { best: 0 } } })).to.deep.equal([
      'In small: dimensions[0].metrics[0].best must differ from worst (both 0): a range needs two ends.',
    ]);
    expect(segment({ metrics: { use: { id: 'other' } } })).to.deep.equal([
      'segments[0].metrics.use.id must be left out: a metric keeps its id in every segment and stage.',
    ]);
  });

  it('takes an optional field of a metric out where a change of it is null, and no other', () => {
    const dimensions = [{ id: 'd', weight: 1, metrics: [range('use', { staleAfter: '30d', outside: 'ignore' })] }];
    const segments = [{ ...small, metrics: { use: { staleAfter: null, best: 4 } } }];
    const model = parseModel({ ...base, dimensions, segments });
    const [metric] = resolveModel(model, [model.segments?.[0] ?? null]).dimensions[0]?.metrics ?? [];
    expect(metric).to.deep.equal(range('use', { outside: 'ignore', best: 4 }));
    expect(said({ dimensions, segments: [{ ...small, metrics: { use: { best: null } } }] })).to.deep.equal([
      'segments[0].metrics.use makes a metric that is wrong: best must be a finite number, not nothing.',
    ]);
  });

  it('finds what is wrong only when a segment and a stage come together', () => {
    const segments = [{ ...small, weights: { adoption: 0 } }];
    const stages = [{ id: 'early', when: { measure: 'tenure', lt: 90 }, weights: { service: 0 } }];
    expect(said({ segments, stages })).to.deep.equal([
      'In small and early: dimensions must have a weight above 0 somewhere: with all dimensions at 0 there is nothing to score.',
    ]);
  });

  it('finds a segment that can never win, and a rule that can never be true', () => {
    const segments = [
      { id: 'known', when: { fact: 'employees', gte: 0 } },
      { id: 'large', when: { fact: 'employees', gte: 1000 } },
      {
        id: 'none',
        when: {
          all: [
            { fact: 'employees', lt: 1 },
            { fact: 'employees', gt: 5 },
          ],
        },
      },
    ];
    expect(said({ segments })).to.deep.equal([
      'segments[1].when can never win: whenever it is true, one of those before it is true as well, and the first wins. Move it up or narrow the others.',
      'segments[2].when can never be true: what it asks for excludes itself. Mend its thresholds or remove it.',
    ]);
    const signals = [{ id: 's', effect: 'risk', severity: 'low', when: { score: 'value', gt: 100 } }];
    expect(said({ signals })).to.deep.equal([
      'signals[0].when can never be true: what it asks for excludes itself. Mend its thresholds or remove it.',
    ]);
  });

  it('finds a group that asks for the score it decides, and ids used twice', () => {
    expect(segment({ when: { score: 'value', gt: 5 } })).to.deep.equal([
      'segments[0].when must ask about a measure or a fact: which group an account is in is decided before its score.',
    ]);
    expect(said({ maturity: [small, { ...small, when: { fact: 'plan', eq: 'pro' } }] })).to.deep.equal([
      'maturity[1].id must be an id of its own, not "small", which maturity[0].id already has.',
    ]);
  });

  it('holds segments, stages and maturity to as many ways as can be checked', () => {
    const many = (count: number, key: string) =>
      Array.from({ length: count }, (_, index) => ({ id: `${key}${index}`, when: { fact: key, eq: index } }));
    expect(said({ segments: many(40, 's'), stages: many(20, 't'), maturity: many(3, 'u') })).to.deep.equal([
      'segments, stages and maturity must go together in at most 1000 ways, not 3444: each way is a model of its own.',
    ]);
  });

  it('finds signals that ask about dimensions there are not', () => {
    const signals = [{ id: 's', effect: 'risk', severity: 'low', when: { dimension: 'servce', lt: 5 } }];
    expect(said({ signals })).to.deep.equal([
      'signals[0].when.dimension names no dimension of this model: expected one that is defined, not "servce" (the model has adoption, service). Did you mean "service"?',
    ]);
  });
});
