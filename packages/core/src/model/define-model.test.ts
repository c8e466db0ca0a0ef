import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { measureKinds } from '../measures/kinds.ts';
import { buildReport } from '../report/build-report.ts';
import { parseReport } from '../report.ts';
import { parseModel } from './define-model.ts';
import { b2bSaas } from './presets/b2b-saas.ts';

const sound = {
  id: 'm',
  version: '1.0.0',
  measures: {
    seats: { kind: 'fact', name: 'seats' },
    users: { kind: 'distinct', event: 'use', of: 'user', within: '28d' },
    use: { kind: 'ratio', of: 'users', over: 'seats' },
  },
  dimensions: [
    { id: 'adoption', weight: 1, metrics: [{ kind: 'range', id: 'use', measure: 'use', worst: 0, best: 1 }] },
  ],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'high', from: 50 },
  ],
};

const said = (change: object) => refusals(() => parseModel({ ...sound, ...change }));
const metric = (change: object) => ({
  dimensions: [{ id: 'adoption', weight: 1, metrics: [{ ...sound.dimensions[0]?.metrics[0], ...change }] }],
});

describe('parseModel', () => {
  it('takes −0 for 0, which JSON can be given and cannot give back', () => {
    const { dimensions } = metric({ id: 'other', weight: -0 });
    const model = parseModel({
      ...sound,
      dimensions: [
        ...sound.dimensions,
        {
          id: 'second',
          weight: -0,
          metrics: [
            ...metric({ id: 'third' }).dimensions.flatMap(({ metrics }) => metrics),
            ...dimensions.flatMap(({ metrics }) => metrics),
          ],
        },
      ],
      minimumCoverage: -0,
    });
    const report = buildReport(model, { id: 'a' }, { now: '2026-11-14T09:00:00.000Z' });
    expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
  });

  it('takes a sound model, and the preset', () => {
    expect(parseModel(sound).id).to.equal('m');
    expect(b2bSaas.dimensions.map(({ id }) => id)).to.deep.equal([
      'adoption',
      'service',
      'relationship',
      'financial',
      'sentiment',
    ]);
  });

  it('names what is not a model at all', () => {
    expect(refusals(() => parseModel(null))).to.deep.equal(['the model must be an object, not null.']);
    expect(refusals(() => parseModel([]))).to.deep.equal(['the model must be an object, not a list of 0.']);
  });

  it('names an unknown key, kind, duration and version', () => {
    expect(said({ color: 'red' })).to.deep.equal(['the model has no key "color": remove it or mend its spelling.']);
    expect(said({ measures: { ...sound.measures, x: { kind: 'rtio' } } })).to.deep.equal([
      `measures.x.kind must be one of ${measureKinds.map((kind) => `"${kind}"`).join(', ')}, not "rtio". Did you mean "ratio"?`,
    ]);
    expect(
      said({ measures: { ...sound.measures, x: { kind: 'count', event: 'use', within: '1 month' } } }),
    ).to.deep.equal([
      'measures.x.within must be a length of time such as 36h, 30d, 12w, 3mo (months) or 1y, or a calendar window such as this-month or last-quarter, not "1 month".',
    ]);
    expect(said({ version: 'new' })).to.deep.equal(['version must be a version such as 4, 4.1 or 4.1.0, not "new".']);
  });

  it('refuses numbers that are not finite', () => {
    expect(said(metric({ best: Number.POSITIVE_INFINITY }))).to.deep.equal([
      'dimensions[0].metrics[0].best must be a finite number, not Infinity.',
    ]);
    expect(said(metric({ best: Number.NaN }))).to.deep.equal([
      'dimensions[0].metrics[0].best must be a finite number, not NaN.',
    ]);
  });

  it('says how to mend a range without two ends', () => {
    expect(said(metric({ worst: 10, best: 10 }))).to.deep.equal([
      'dimensions[0].metrics[0].best must differ from worst (both 10): a range needs two ends.',
    ]);
  });

  it('refuses a range wider than a number can hold', () => {
    expect(said(metric({ worst: -1e308, best: 1e308 }))).to.deep.equal([
      'dimensions[0].metrics[0].best must be nearer to worst (-1e+308) than it is (1e+308): the span between them is more than a number can hold.',
    ]);
  });

  it('wants bands from the lowest up', () => {
    const bands = [
      { from: 2, score: 0 },
      { from: 2, score: 50 },
    ];
    expect(
      said({ dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'bands', id: 'b', measure: 'use', bands }] }] }),
    ).to.deep.equal([
      'dimensions[0].metrics[0].bands[1].from must be greater than the edge before it (2), not 2: bands go from the lowest up.',
    ]);
  });

  it('finds measures that are unknown or read themselves, however long the way', () => {
    expect(said(metric({ measure: 'usage' }))).to.deep.equal([
      'dimensions[0].metrics[0].measure names no measure of this model: expected one that is defined, not "usage" (the model has seats, users, use).',
    ]);
    const measures = {
      ...sound.measures,
      a: { kind: 'ratio', of: 'b', over: 'seats' },
      b: { kind: 'change', of: 'a', over: '7d' },
    };
    expect(said({ measures })).to.deep.equal([
      'measures.a reads itself (a → b → a): a measure must end in facts and events.',
    ]);
  });

  it('refuses signals of values that their measures cannot have, however these are made', () => {
    const signals = (when: object) => said({ signals: [{ id: 's', effect: 'risk', severity: 'low', when }] });
    const never =
      'signals[0].when can never be true: what it asks for is nothing that its measures can be. Mend its thresholds or remove it.';
    expect(signals({ measure: 'users', lt: 0 })).to.deep.equal([never]);
    expect(signals({ not: { measure: 'users', gte: 0 } })).to.deep.equal([never]);
    expect(
      signals({
        all: [
          { measure: 'seats', lt: 0 },
          { measure: 'users', eq: -1 },
        ],
      }),
    ).to.deep.equal([never]);
    const measures = {
      ...sound.measures,
      depth: { kind: 'share', event: 'use', of: 'feature', among: ['a', 'b'], within: '28d' },
      change: { kind: 'change', of: 'users' },
      ofItself: { kind: 'ratio', of: 'ofItself', over: 'users' },
    };
    const withMore = (when: object) =>
      said({ measures, signals: [{ id: 's', effect: 'risk', severity: 'low', when }] }).slice(1);
    expect(withMore({ measure: 'depth', gte: 40 })).to.deep.equal([never]);
    expect(withMore({ measure: 'change', lt: -20 })).to.deep.equal([never]);
    expect(withMore({ measure: 'ofItself', lt: 0 })).to.deep.equal([]);
    expect(
      withMore({
        any: [
          { measure: 'users', lte: 0 },
          { measure: 'use', lt: -1 },
        ],
      }),
    ).to.deep.equal([]);
  });

  it('wants a hysteresis that lets every tier be entered and left', () => {
    const tiers = [
      { id: 'low', from: 0 },
      { id: 'high', from: 10 },
      { id: 'top', from: 95 },
    ];
    expect(said({ tiers, hysteresis: 10 })).to.deep.equal([
      'hysteresis must be less than the edge of the second tier (tiers[1].from is 10), not 10: no score is far enough below it to leave that tier again.',
      'hysteresis must be at most 5, not 10: from tiers[2].from (95) there is no more to 100, and no score would ever enter that tier.',
    ]);
    expect(parseModel({ ...sound, tiers, hysteresis: 5 })).to.have.property('hysteresis', 5);
  });

  it('says the form that is wanted of what is of another type altogether', () => {
    expect(said({ version: 4 })).to.deep.equal(['version must be a version such as 4, 4.1 or 4.1.0, not 4.']);
    expect(said({ measures: { ...sound.measures, users: { kind: 'count', event: 'e' } } })).to.deep.equal([
      'measures.users.within must be a length of time such as 36h, 30d, 12w, 3mo (months) or 1y, or a calendar window such as this-month or last-quarter, not nothing.',
    ]);
  });

  it('refuses more than a report can carry, and carries all that it takes', () => {
    const metrics = (dimension: number, count: number) =>
      Array.from({ length: count }, (_, nth) => {
        const range = { kind: 'range', id: `m${dimension}-${nth}`, measure: 'seats', worst: 0, best: 100, weight: 90 };
        return { kind: 'group', id: `g${dimension}-${nth}`, method: 'points', start: 90, weight: 90, metrics: [range] };
      });
    const of = (count: number) =>
      Array.from({ length: 10 }, (_, nth) => ({
        id: `d${nth}`,
        weight: 1,
        method: 'points',
        start: 90,
        metrics: metrics(nth, count),
      }));
    expect(said({ dimensions: of(15) })).to.deep.equal([
      'dimensions must have fewer metrics and groups: a report carries at most 450 rows, and these may come to 470, one for each metric and two for each dimension and group.',
    ]);
    const model = parseModel({ ...sound, dimensions: of(14) });
    const report = buildReport(model, { id: 'a', facts: { seats: 100 } }, { now: '2026-11-14T09:00:00.000Z' });
    expect(parseReport(report).contributions).to.have.length(10 * (14 * 3 + 2));
  });

  it('is not fooled by names that every object has', () => {
    expect(said(metric({ measure: 'constructor' }))[0]).to.match(
      /^dimensions\[0\]\.metrics\[0\]\.measure names no measure/,
    );
  });

  it('wants weight somewhere, tiers in order from 0, ids once, playbooks that exist', () => {
    const problems = said({
      dimensions: [
        { id: 'd', weight: 0, metrics: sound.dimensions[0]?.metrics },
        { id: 'd', weight: 0, metrics: sound.dimensions[0]?.metrics },
      ],
      tiers: [
        { id: 'low', from: 10, playbook: 'call' },
        { id: 'high', from: 10 },
      ],
    });
    expect(problems).to.deep.equal([
      'dimensions must have a weight above 0 somewhere: with all dimensions at 0 there is nothing to score.',
      'dimensions[1].id must be an id of its own, not "d", which dimensions[0].id already has.',
      'dimensions[1].metrics[0].id must be an id of its own, not "use", which dimensions[0].metrics[0].id already has.',
      'tiers[0].from must be 0, not 10: the lowest tier starts where the scale does.',
      'tiers[0].playbook names no playbook of this model: expected one that is defined, not "call" (the model has none).',
      'tiers[1].from must be greater than that of the tier before it (10), not 10: tiers go from the lowest up.',
    ]);
  });

  it('holds rules to one subject, an operator, and five levels', () => {
    const signal = (when: unknown) => said({ signals: [{ id: 's', effect: 'risk', severity: 'low', when }] });
    expect(signal({ measure: 'use', fact: 'seats', lt: 1 })).to.deep.equal([
      'signals[0].when must have exactly one of all, any, not, measure, fact, score, dimension: it has "measure" and "fact".',
    ]);
    expect(signal({ measure: 'use' })).to.deep.equal([
      'signals[0].when must have one of lt, lte, gt, gte, eq, ne, in, known.',
    ]);
    expect(signal({ all: [{ measure: 'nope', lt: 1 }] })[0]).to.match(
      /^signals\[0\]\.when\.all\[0\]\.measure names no measure/,
    );
    let deep: unknown = { measure: 'use', lt: 1 };
    for (let level = 0; level < 5000; level++) deep = { not: deep };
    expect(signal(deep)).to.deep.equal([
      'signals[0].when.not.not.not.not must be a comparison: rules nest at most 5 levels deep.',
    ]);
  });
});
