import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { refusals } from '../fixtures/refuses.ts';
import {
  buildReport,
  type ModelDocument,
  parseModel,
  parseReport,
  type Report,
  rollUp,
  type ScoredChild,
} from '../index.ts';
import { onGrid } from '../stats/exact-points.ts';

const now = '2026-11-14T09:00:00.000Z';
const document: ModelDocument = {
  id: 'm',
  version: '1.0.0',
  measures: {
    use: { kind: 'fact', name: 'use' },
    value: { kind: 'fact', name: 'value', label: 'Contract value' },
  },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'use', measure: 'use', worst: 0, best: 100 }] }],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'high', from: 50, playbook: 'thank' },
  ],
  signals: [
    { id: 'unused', effect: 'risk', severity: 'high', when: { measure: 'use', lt: 30 }, playbook: 'call' },
    { id: 'full', effect: 'growth', severity: 'low', when: { measure: 'use', gte: 90 } },
  ],
  playbooks: [
    { id: 'call', steps: ['Call'] },
    { id: 'thank', steps: ['Thank'] },
  ],
};

type Method = NonNullable<ModelDocument['rollUp']>['method'];
const modelOf = (method?: Method, change: Partial<ModelDocument> = {}) =>
  parseModel({
    ...document,
    ...(method ? { rollUp: { method, ...(method === 'mean' ? {} : { by: 'value' }) } } : {}),
    ...change,
  });

/** Accounts that score what they are used, with their contract values; null is missing. */
const accounts = (...facts: [use: number | null, value?: number | null][]) =>
  facts.map(([use, value = 1], index) => ({ id: `c${index}`, name: `Child ${index}`, facts: { use, value } }));

const parent = { id: 'group', name: 'The group' };
const points = ({ contributions }: Report) => contributions.reduce((all, one) => all + (one.points ?? 0), 0);
const byId = ({ contributions }: Report) => new Map(contributions.map((one) => [one.id, one]));

describe('rollUp', () => {
  it('is the mean of the children when the model says nothing, each with the points it gives', () => {
    const report = rollUp(modelOf(), parent, accounts([80], [40]), { now });
    expect(report).to.include({ score: 60, tier: 'high', coverage: 1, reason: null });
    expect(report.account).to.deep.equal(parent);
    expect(report.contributions).to.deep.equal([
      {
        id: 'c1',
        role: 'account',
        dimension: null,
        label: 'Child 1',
        measure: null,
        value: 40,
        unit: 'number',
        at: now,
        normalized: 40,
        weight: 0.5,
        effectiveWeight: 0.5,
        points: 20,
        status: 'observed',
        missing: null,
        sentence: 'Child 1: 40 counts for 50%.',
      },
      { ...report.contributions[1], id: 'c0', points: 40, sentence: 'Child 0: 80 counts for 50%.' },
    ]);
  });

  it('weighs children by a measure; one without it is missing, one with nothing or less counts for nothing', () => {
    const report = rollUp(modelOf('weighted'), parent, accounts([80, 300], [40, 100], [10, null], [0, 0], [0, -50]), {
      now,
    });
    expect(report.score).to.equal(70);
    const rows = byId(report);
    expect(rows.get('c0')).to.include({ effectiveWeight: 0.75, points: 60 });
    // The weights known are 3, 1, 0 and 0 parts: one that is not known is taken to be their mean.
    expect(rows.get('c2')).to.include({ status: 'missing', missing: 'exclude', weight: 0.2, points: 0, value: 10 });
    expect(rows.get('c2')?.sentence).to.equal('Child 2: 10; what weighs it is not observed, so it does not count.');
    expect(rows.get('c3')).to.include({ status: 'observed', weight: 0, effectiveWeight: 0, points: 0 });
    expect(rows.get('c4')).to.include({ weight: 0, effectiveWeight: 0, points: 0 });
    expect(report.coverage).to.be.closeTo(0.8, 1e-12);
  });

  it('gives no score where no child weighs anything', () => {
    const report = rollUp(modelOf('weighted'), parent, accounts([80, 0], [40, -1]), { now });
    expect(report).to.include({ score: null, tier: null, coverage: 0, possible: null });
    expect(report.reason).to.deep.equal({ code: 'no-data', sentence: 'None of 2 accounts has a score that counts.' });
    const unknown = rollUp(modelOf('weighted'), parent, accounts([80, null], [40, null]), { now });
    expect(unknown).to.include({ score: null, coverage: 0 });
    const neither = rollUp(modelOf('weighted'), parent, accounts([80, 0], [40, null]), { now });
    expect(neither).to.include({ score: null, coverage: 0 });
    expect(neither.contributions.map(({ weight }) => weight)).to.deep.equal([0, 0]);
  });

  it('lets the worst child decide, of those the one that weighs more, then the first by id', () => {
    const decides = (...facts: [number, number][]) => {
      const report = rollUp(modelOf('worst'), parent, accounts(...facts), { now });
      return [
        report.score,
        report.contributions.filter(({ effectiveWeight }) => effectiveWeight > 0).map(({ id }) => id),
      ];
    };
    expect(decides([80, 1], [20, 1], [50, 9])).to.deep.equal([20, ['c1']]);
    expect(decides([20, 1], [20, 5], [20, 5])).to.deep.equal([20, ['c1']]);
    expect(decides([20, 1], [20, 1])).to.deep.equal([20, ['c0']]);
    expect(decides([0, 1], [20, 1])).to.deep.equal([0, ['c0']]);
  });

  it('says how much of the weight has a score, and gives none below the least', () => {
    const half = rollUp(modelOf(), parent, accounts([80], [null]), { now });
    expect(half).to.deep.include({ score: 80, coverage: 0.5, possible: { low: 40, high: 90 } });
    expect(byId(half).get('c1')).to.include({ value: null, points: 0, at: null, status: 'missing' });
    expect(byId(half).get('c1')?.sentence).to.equal('Child 1: no score; its weight is carried by the rest.');
    const third = rollUp(modelOf(), parent, accounts([80], [null], [null]), { now });
    expect(third.score).to.equal(null);
    expect(third.reason).to.deep.equal({
      code: 'low-coverage',
      sentence: '33.3% observed over all accounts, 50% needed.',
    });
    expect(third.contributions.map((one) => one.points)).to.deep.equal([null, null, null]);
    expect(rollUp(modelOf(), parent, [], { now })).to.include({ score: null, coverage: 0 });
  });

  it('knows no more of the whole than of the children: neither is all of one with a score observed', () => {
    const two = modelOf(undefined, {
      measures: { ...document.measures, other: { kind: 'fact', name: 'other' } },
      dimensions: [
        {
          id: 'd',
          weight: 1,
          metrics: [
            { kind: 'range', id: 'use', measure: 'use', worst: 0, best: 100, weight: 3 },
            { kind: 'range', id: 'other', measure: 'other', worst: 0, best: 100 },
          ],
        },
      ],
    });
    const [first] = accounts([80]);
    const known = { id: 'known', facts: { use: 40, other: 40 } };
    const both = first ? [first, known] : [];
    // The first: three quarters observed, 60 to 85. The second: all of it, 40.
    const report = rollUp(two, parent, both, { now });
    expect(report).to.deep.include({ score: 60, coverage: 0.875, possible: { low: 50, high: 62.5 } });
    const worst = rollUp({ ...two, rollUp: { method: 'worst' } }, parent, both, { now });
    expect(worst).to.deep.include({ score: 40, coverage: 0.875, possible: { low: 40, high: 40 } });

    const override = { score: 90, reason: 'r', author: 'a', at: '2026-11-01T00:00:00Z' };
    const byHand = rollUp(two, parent, [{ id: 'set', overrides: [override] }, known], { now });
    expect(byHand).to.deep.include({ score: 65, coverage: 1, possible: { low: 65, high: 65 } });
  });

  it('can only be what it is, to the last bit, where nothing is missing', () => {
    const { score, possible } = rollUp(modelOf(), parent, accounts([1 / 3], [200 / 7], [1e-9]), { now });
    expect(possible).to.deep.equal({ low: score, high: score });
  });

  it('has each signal of its children once, with how many fire it, and what to do', () => {
    const report = rollUp(modelOf(), parent, accounts([10], [95], [20]), { now });
    expect(report.signals.map(({ id, severity, playbook }) => [id, severity, playbook])).to.deep.equal([
      ['unused', 'high', 'call'],
      ['full', 'low', null],
    ]);
    expect(report.signals[0]?.evidence).to.deep.equal([
      {
        subject: 'accounts',
        label: 'Accounts',
        value: 2,
        unit: 'number',
        at: null,
        parts: { part: 2, whole: 3 },
        is: 'gte',
        threshold: 1,
        sentence: 'Accounts: 2 of 3 (Child 0, Child 2).',
      },
    ]);
    expect(report.playbooks.map(({ id, because }) => [id, because])).to.deep.equal([['call', ['unused']]]);
    const many = rollUp(modelOf(), parent, accounts(...Array.from({ length: 7 }, (): [number] => [1])), { now });
    expect(many.signals[0]?.evidence[0]?.sentence).to.equal(
      'Accounts: 7 of 7 (Child 0, Child 1, Child 2, Child 3, Child 4 and 2 more).',
    );
  });

  it('takes a signal as grave, and as old, as it is of any child', () => {
    const child = (id: string, severity: 'low' | 'high', since: string | null): ScoredChild => {
      const report = buildReport(modelOf(), { id, facts: { use: 10 } }, { now });
      return { report: { ...report, signals: report.signals.map((one) => ({ ...one, severity, since })) }, weight: 1 };
    };
    const old = '2026-10-01T00:00:00.000Z';
    const children = [child('a', 'low', null), child('b', 'high', now), child('c', 'low', old)];
    expect(rollUp(modelOf(), parent, children, { now }).signals[0]).to.include({ severity: 'high', since: old });
  });

  it('has a trend, a held tier and what was set by hand from the parent itself', () => {
    const point = { at: '2026-10-17T09:00:00.000Z', score: 78, coverage: 1, tier: 'high', version: '1.0.0' };
    const children = accounts([40], [56]);
    const model = modelOf('mean', { hysteresis: 3 });
    const report = rollUp(model, { ...parent, history: [point] }, children, { now });
    expect(report).to.include({ score: 48, tier: 'high', held: 'low' });
    expect(report.trend).to.include({ change: -30, direction: 'down' });
    const set = { score: 10, reason: 'Sold', author: 'Ada', at: '2026-11-01T00:00:00.000Z' };
    const overridden = rollUp(model, { ...parent, overrides: [set] }, children, { now });
    expect(overridden).to.include({ score: 10, tier: 'low' });
    expect(points(overridden)).to.equal(10);
  });

  it('makes one row of what is too many, and still sums up', () => {
    const children = accounts(...Array.from({ length: 600 }, (_, index): [number] => [index % 100]));
    const report = rollUp(modelOf(), parent, children, { now });
    expect(parseReport(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
    expect(report.contributions).to.have.length(480);
    expect(report.contributions.at(-1)).to.deep.include({
      id: ':more',
      label: '121 more',
      role: 'account',
      value: null,
    });
    expect(report.contributions.at(-1)?.sentence).to.equal('121 more accounts count for 20.2% together.');
    expect(points(report)).to.equal(report.score);
    expect(rollUp(modelOf(), parent, children.slice(0, 480), { now }).contributions.at(-1)?.id).not.to.equal(':more');
  });

  it('refuses the same account twice, a model that weighs by nothing, and a now that is no instant', () => {
    const [child] = accounts([80]);
    expect(refusals(() => rollUp(modelOf(), parent, child ? [child, child] : [], { now }))).to.deep.equal([
      'children[1].id must not be that of a child before it, "c0": give each account once.',
    ]);
    expect(refusals(() => modelOf(undefined, { rollUp: { method: 'weighted' } }))).to.deep.equal([
      'rollUp.by must name the measure that weighs a child, such as its contract value, when method is "weighted": without it every child weighs the same, which is "mean".',
    ]);
    expect(refusals(() => rollUp(modelOf(), parent, [], { now: 'soon' }))).to.have.length(1);
  });

  it('refuses reports of another model or of after now, and says of one from another day that it is', () => {
    const [first] = accounts([80]);
    const own = buildReport(modelOf(), first ?? { id: 'c0' }, { now });
    const given = (...changes: Partial<Report>[]): ScoredChild[] =>
      changes.map((change, index) => ({
        report: { ...own, account: { id: `c${index}`, name: '' }, ...change },
        weight: 1,
      }));
    const rolled = (...changes: Partial<Report>[]) => rollUp(modelOf(), parent, given(...changes), { now });
    expect(
      refusals(() =>
        rolled(
          { model: { id: 'm', version: '1' } },
          { model: { id: 'm', version: '2' } },
          { model: { id: 'other', version: '1.0.0' }, asOf: '2026-11-14T09:00:00.001Z' },
        ),
      ),
    ).to.deep.equal([
      'children[1].report.model must be "m 1.0.0", not "m 2": scores of different models are not added up. Score the child again.',
      'children[2].report.model must be "m 1.0.0", not "other 1.0.0": scores of different models are not added up. Score the child again.',
      'children[2].report.asOf must not be after now (2026-11-14T09:00:00.000Z), as "2026-11-14T09:00:00.001Z" is: a parent knows no more than its children did.',
    ]);
    const days = rolled({ asOf: '2026-11-14T00:00:00.000Z' }, { asOf: '2026-11-01T00:00:00.000Z' });
    expect(days.contributions.map(({ sentence }) => sentence)).to.deep.equal([
      'c0: 80 counts for 50%.',
      'c1: 80 as of 2026-11-01 counts for 50%.',
    ]);
  });

  const child = fc
    .record({
      score: fc.oneof(
        fc.constant(null),
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
      ),
      weight: fc.oneof(
        fc.constantFrom(null, 0, -5, 1, 1e-300, 1e308, Number.POSITIVE_INFINITY, Number.NaN),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      ),
    })
    .map(({ score, weight }) => ({ score: score === null ? null : onGrid(score), weight }));
  const blank = buildReport(modelOf(), { id: 'blank' }, { now });
  const childrenOf = (given: readonly { score: number | null; weight: number | null }[]): ScoredChild[] =>
    given.map(({ score, weight }, index) => ({
      report: { ...blank, account: { id: `c${index}`, name: '' }, score },
      weight,
    }));
  const methods: readonly Method[] = ['mean', 'weighted', 'worst'];
  const roll = (method: Method, children: readonly ScoredChild[]) =>
    rollUp(modelOf(method, { minimumCoverage: 0 }), parent, children, { now });

  it('sums exactly, lies between its children, parses, and does not mind their order', () => {
    fc.assert(
      fc.property(fc.array(child, { maxLength: 12 }), fc.constantFrom(...methods), fc.nat(), (given, method, turn) => {
        const children = childrenOf(given);
        const report = roll(method, children);
        expect(parseReport(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
        const at = turn % (children.length || 1);
        expect(roll(method, [...children.slice(at), ...children.slice(0, at)].reverse())).to.deep.equal(report);
        if (report.score === null) return;
        expect(points(report)).to.equal(report.score);
        const scores = given.flatMap(({ score }) => score ?? []);
        expect(report.score).to.be.within(Math.min(...scores), Math.max(...scores));
        expect(report.score).to.be.within(report.possible?.low ?? 101, report.possible?.high ?? -1);
        if (method === 'worst') expect(report.score).to.equal(Math.min(...scores));
      }),
      { numRuns: 200 },
    );
  });

  it('is the child’s score where there is one, and the mean where all weigh the same', () => {
    fc.assert(
      fc.property(
        fc.array(child, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        (given, weight) => {
          const children = childrenOf(given.map(({ score }) => ({ score, weight })));
          for (const method of methods) {
            expect(roll(method, children.slice(0, 1)).score).to.equal(given[0]?.score ?? null);
          }
          expect(roll('weighted', children)).to.deep.equal(roll('mean', children));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('rolls up any accounts of any model', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyAccount, { maxLength: 4 }),
        fc.constantFrom(...methods),
        (document, some, method) => {
          const model = parseModel({ ...document, rollUp: { method, by: 'm0' } });
          const children = some.map((one, index) => ({ ...one, id: `c${index}` }));
          const report = rollUp(model, parent, children, { now: new Date(anyNow) });
          expect(parseReport(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
          if (report.score !== null) expect(points(report)).to.equal(report.score);
        },
      ),
      { numRuns: 100 },
    );
  });
});
