import { expect } from 'chai';
import { HealthError } from '../errors.ts';
import { refusals } from '../fixtures/refuses.ts';
import { parseModel } from './define-model.ts';

const range = (id: string, more: object = {}) => ({ kind: 'range', id, measure: 'seats', worst: 0, best: 10, ...more });
const base = {
  id: 'm',
  version: '1.0.0',
  measures: { seats: { kind: 'fact', name: 'seats' } },
  dimensions: [{ id: 'adoption', weight: 1, metrics: [range('use')] }],
  tiers: [{ id: 'low', from: 0 }],
};
const small = { id: 'small', when: { fact: 'employees', lt: 100 } };

/** The paths of all that is said of a model. */
function paths(change: object): string[] {
  try {
    parseModel({ ...base, ...change });
  } catch (error) {
    if (error instanceof HealthError) return error.issues.map(({ path }) => path);
  }
  expect.fail('expected a HealthError');
}

describe('a model with many faults', () => {
  it('is told at once what does not parse and what does not fit, in the order of their paths', () => {
    const metrics = [range('use', { best: 'x' }), range('csat', { measure: 'set' }), range('use')];
    expect(
      refusals(() =>
        parseModel({
          ...base,
          versoin: 1,
          measures: { ...base.measures, users: { kind: 'fact' }, self: { kind: 'change', of: 'self', over: '7d' } },
          dimensions: [{ id: 'adoption', weight: 'much', metrics }],
          tiers: [{ id: 'low', from: 5, playbook: 'call' }],
          signals: [{ id: 's', effect: 'bad', severity: 'low', when: { measure: 'csat', lt: 1 } }],
        }),
      ),
    ).to.deep.equal([
      'dimensions[0].metrics[0].best must be a finite number, not "x".',
      'dimensions[0].metrics[1].measure names no measure of this model: expected one that is defined, not "set" (the model has seats, users, self).',
      'dimensions[0].metrics[2].id must be an id of its own, not "use", which dimensions[0].metrics[0].id already has.',
      'dimensions[0].weight must be a finite number, not "much".',
      'measures.self reads itself (self → self): a measure must end in facts and events.',
      'measures.users.name must be text, not nothing.',
      'signals[0].effect must be one of "risk", "growth", not "bad".',
      'signals[0].when.measure names no measure of this model: expected one that is defined, not "csat" (the model has seats, users, self).',
      'tiers[0].from must be 0, not 5: the lowest tier starts where the scale does.',
      'tiers[0].playbook names no playbook of this model: expected one that is defined, not "call" (the model has none).',
      'the model has no key "versoin": remove it or mend its spelling. Did you mean "version"?',
    ]);
  });

  it('is told of a measure that is unknown in a metric that is wrong', () => {
    const dimensions = [
      {
        id: 'd',
        weight: 1,
        metrics: [range('a', { measure: 'x', kind: 'rnage' }), range('b', { best: null, measure: 'y' })],
      },
    ];
    expect(paths({ dimensions })).to.deep.equal([
      'dimensions[0].metrics[0].kind',
      'dimensions[0].metrics[0].measure',
      'dimensions[0].metrics[1].best',
      'dimensions[0].metrics[1].measure',
    ]);
  });

  const alone: Readonly<Record<string, [change: object, path: string]>> = {
    'a measure made of others': [
      { measures: { ...base.measures, x: { kind: 'ratio', of: 'seats', over: 'seats', label: 5 } } },
      'measures.x.label',
    ],
    'measures that are no record': [{ measures: [] }, 'measures'],
    'a measure': [{ measures: { seats: { kind: 'fcat' } } }, 'measures.seats.kind'],
    'a measure that is no object': [{ measures: { seats: 5 } }, 'measures.seats'],
    'a list of dimensions': [
      { dimensions: 'adoption', segments: [{ ...small, weights: { adoption: 2, use: 1 } }] },
      'dimensions',
    ],
    'the id of a metric': [
      {
        dimensions: [{ id: 'd', weight: 1, metrics: [range('use', { id: 7 }), range('b')] }],
        segments: [{ ...small, metrics: { use: { best: 4 } } }],
      },
      'dimensions[0].metrics[0].id',
    ],
    'a metric that a segment changes': [
      {
        dimensions: [{ id: 'd', weight: 1, metrics: [range('use', { worst: '0' })] }],
        segments: [{ ...small, metrics: { use: { best: 4 } }, weights: { use: 3 } }],
      },
      'dimensions[0].metrics[0].worst',
    ],
    'a method, with settings that go with it': [
      { dimensions: [{ ...base.dimensions[0], method: 'pionts', start: 50, max: 20 }] },
      'dimensions[0].method',
    ],
    'a method of an inner group': [
      {
        dimensions: [
          { id: 'd', weight: 1, metrics: [{ kind: 'group', id: 'g', method: 1, cap: 5, metrics: [range('a')] }] },
        ],
      },
      'dimensions[0].metrics[0].method',
    ],
    'the edge of a tier': [
      {
        hysteresis: 5,
        tiers: [
          { id: 'low', from: 0 },
          { id: 'mid', from: '40' },
          { id: 'high', from: 70 },
        ],
      },
      'tiers[1].from',
    ],
    'rules of groups': [{ segments: [{ ...small, when: { fact: 'employees' } }], stages: [small] }, 'segments[0].when'],
    'a playbook that is suggested': [{ playbooks: 5, tiers: [{ id: 'low', from: 0, playbook: 'call' }] }, 'playbooks'],
    'the steps of a playbook that is suggested': [
      { playbooks: [{ id: 'call', steps: [] }], tiers: [{ id: 'low', from: 0, playbook: 'call' }] },
      'playbooks[0].steps',
    ],
    'what a segment adds': [
      { segments: [{ ...small, add: { adoption: [range('more', { best: {} })] }, weights: { more: 2 } }] },
      'segments[0].add.adoption[0].best',
    ],
    'the weights of a segment': [
      { segments: [{ ...small, weights: { adoption: '1', use: 0 } }] },
      'segments[0].weights.adoption',
    ],
    'the way a parent is scored': [{ rollUp: { method: 'sum', by: 'seats' } }, 'rollUp.method'],
    'a time zone': [{ timeZone: 'Mars' }, 'timeZone'],
    'a format': [{ format: 2 }, 'format'],
  };
  for (const [what, [change, path]] of Object.entries(alone)) {
    it(`is told of ${what}, and of nothing that only follows from it`, () => {
      expect(paths(change)).to.deep.equal([path]);
    });
  }

  it('is told of the measures that there are not in one that is wrong otherwise', () => {
    const measures = {
      ...base.measures,
      x: { kind: 'ratio', of: 'set', over: 5 },
      y: { kind: 'change', of: 'sets', as: 'much' },
      z: { kind: 'share', event: 'use', of: 'user', among: 'saets' },
    };
    expect(paths({ measures })).to.deep.equal([
      'measures.x',
      'measures.x.over',
      'measures.y',
      'measures.y.as',
      'measures.z',
      'measures.z.within',
    ]);
  });

  it('is told of what is wrong beside a kind that there is not', () => {
    const dimensions = [{ id: 'd', weight: 1, metrics: [{ kind: 'rnage', measure: 'set' }] }];
    expect(paths({ dimensions })).to.deep.equal(
      ['kind', 'id', 'measure'].map((key) => `dimensions[0].metrics[0].${key}`).toSorted(),
    );
  });

  it('is told of fifty faults at most', () => {
    const metrics = Array.from({ length: 60 }, (_, index) => range(`m${index}`, { measure: 'x' }));
    expect(paths({ dimensions: [{ id: 'd', weight: 1, metrics }], version: 'x' })).to.have.length(50);
  });

  it('is told what segments and stages come to, whatever else is wrong with them', () => {
    const dimensions = [...base.dimensions, { id: 'service', weight: 1, metrics: [range('csat')] }];
    const segments = [
      { ...small, weights: { adoption: 0 } },
      { id: 'x', when: { measure: 'y', lt: 1 } },
    ];
    const stages = [{ id: 'early', when: { fact: 'age', lt: 90 }, weights: { service: 0, sevice: 1 } }];
    expect(refusals(() => parseModel({ ...base, dimensions, segments, stages })))
      .to.have.length(3)
      .and.include(
        'In small and early: dimensions must have a weight above 0 somewhere: with all dimensions at 0 there is nothing to score.',
      );
  });
});
