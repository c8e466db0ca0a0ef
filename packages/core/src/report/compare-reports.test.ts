import { expect } from 'chai';
import { moved, sum } from '../fixtures/moved.ts';
import { refusals } from '../fixtures/refuses.ts';
import { type Account, buildReport, type Model, parseAccount, parseModel, type Report, rollUp } from '../index.ts';
import { compareReports } from './compare-reports.ts';

const now = '2026-11-14T09:00:00.000Z';

const fact = (name: string, more: object = {}) => ({
  kind: 'range',
  id: name,
  measure: name,
  worst: 0,
  best: 100,
  ...more,
});
const measures = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { kind: 'fact', name }]));
const document = {
  id: 'm',
  version: '1.0.0',
  measures,
  dimensions: [
    { id: 'x', weight: 3, metrics: [fact('a'), fact('b', { staleAfter: '30d' })] },
    { id: 'y', weight: 1, metrics: [fact('c')] },
  ],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'high', from: 50 },
  ],
  stages: [{ id: 'new', when: { fact: 'age', lt: 90 }, weights: { y: 3 } }],
  signals: [{ id: 'a-low', effect: 'risk', severity: 'high', when: { measure: 'a', lt: 40 } }],
};
const model = parseModel(document);
const heavier = parseModel({
  ...document,
  version: '2.0.0',
  dimensions: document.dimensions.map((one) => ({ ...one, weight: 1 })),
});

const facts = (values: object, more: object = {}): Account => parseAccount({ id: 'acme', facts: values, ...more });
const report = (values: object, made: { by?: Model; at?: string; overrides?: object[] } = {}): Report =>
  buildReport(made.by ?? model, facts(values, made.overrides ? { overrides: made.overrides } : {}), {
    now: made.at ?? now,
  });

describe('compareReports', () => {
  const both = (before: Report, after: Report, after2: Model = model, before2: Model = model) => [
    compareReports(before, after),
    compareReports(before, after, { before: before2, after: after2 }),
  ];

  it('calls other values data', () => {
    for (const comparison of both(report({ a: 80, b: 50, c: 20 }), report({ a: 40, b: 50, c: 20 }))) {
      expect(comparison.parts).to.deep.equal({ model: 0, group: 0, coverage: 0, data: -15, override: 0 });
      expect(comparison.metrics.map(({ id, from, to, change }) => [id, from, to, change])).to.deep.equal([
        ['a', 80, 40, -15],
      ]);
      expect(comparison.metrics[0]?.sentence).to.equal('A fell from 80 to 40: −15 points.');
      expect(comparison.sentence).to.equal('The score fell from 53.8 to 38.8: data −15.');
      expect(comparison.certain).to.equal(true);
      expect(comparison.tier).to.deep.equal({ from: { id: 'high', label: 'High' }, to: { id: 'low', label: 'Low' } });
    }
  });

  it('says in words what a number is only a code for', () => {
    const ofAction = parseModel({
      ...document,
      dimensions: [
        { id: 'x', weight: 1, metrics: [{ kind: 'action', id: 'import', event: 'imported', points: 20 }, fact('a')] },
      ],
      stages: [],
    });
    const done = { events: [{ name: 'imported', at: '2026-11-12T00:00:00.000Z' }] };
    const [before, after] = ['2026-11-11T00:00:00.000Z', now].map((at) =>
      buildReport(ofAction, facts({ a: 50 }, done), { now: at }),
    ) as [Report, Report];
    const sentences = compareReports(before, after).metrics.map(({ sentence }) => sentence);
    expect(sentences).to.include('Import: done, not done before: +50 points.');
  });

  it('says that another decides now, where the worst or the best does, and not that a rise costs points', () => {
    const deciding = (method: 'worst' | 'best', [from, to]: [object, object]) => {
      const one = parseModel({
        ...document,
        dimensions: [{ id: 'x', weight: 1, method, metrics: [fact('a'), fact('b')] }],
        stages: [],
      });
      return both(report(from, { by: one }), report(to, { by: one }), one, one).map((comparison) => {
        expect(sum(comparison.parts)).to.equal(comparison.change);
        return comparison.metrics.map(({ sentence }) => sentence);
      });
    };
    for (const sentences of deciding('worst', [
      { a: 20, b: 50 },
      { a: 70, b: 50 },
    ])) {
      expect(sentences).to.deep.equal([
        'B (50) decides now: +50 points.',
        'A (70, 20 before) no longer decides: −20 points.',
      ]);
    }
    for (const sentences of deciding('best', [
      { a: 90, b: 50 },
      { a: 30, b: 40 },
    ])) {
      expect(sentences).to.deep.equal([
        'A (30, 90 before) no longer decides: −90 points.',
        'B (40, 50 before) decides now: +40 points.',
      ]);
    }
    for (const sentences of deciding('worst', [
      { a: 20, b: 50 },
      { a: 30, b: 50 },
    ])) {
      expect(sentences).to.deep.equal(['A rose from 20 to 30: +10 points.']);
    }
  });

  it('takes a version for what it says, however much of it is written', () => {
    const after = { ...report({ a: 40, b: 50, c: 20 }), model: { id: 'm', version: '1.0' } };
    for (const comparison of both(report({ a: 80, b: 50, c: 20 }), after, { ...model, version: '1' })) {
      expect(comparison).to.include({ certain: true, sentence: 'The score fell from 53.8 to 38.8: data −15.' });
    }
  });

  it('calls it coverage when something is no longer observed, or observed again', () => {
    const [full, part] = [report({ a: 80, b: 40, c: 20 }), report({ a: 80, c: 20 })];
    for (const comparison of both(full, part)) {
      expect(comparison.parts).to.deep.equal({ model: 0, group: 0, coverage: 15, data: 0, override: 0 });
      expect(comparison.metrics.map(({ sentence }) => sentence)).to.deep.equal([
        'A 80 as before; it carries 75% of the score, 37.5% before: +30 points.',
        'B is no longer observed: −15 points.',
      ]);
    }
    for (const comparison of both(part, full)) expect(comparison.parts?.coverage).to.equal(-15);
  });

  it('calls it coverage when an observation has merely grown old', () => {
    const b = { value: 40, at: '2026-11-01T00:00:00.000Z' };
    const comparisons = both(
      report({ a: 80, b, c: 20 }),
      report({ a: 80, b, c: 20 }, { at: '2026-12-24T09:00:00.000Z' }),
    );
    for (const comparison of comparisons) {
      expect(comparison.parts).to.deep.equal({ model: 0, group: 0, coverage: 15, data: 0, override: 0 });
      expect(comparison.metrics[1]?.sentence).to.equal('B (40) was last observed too long ago: −15 points.');
    }
  });

  it('names a metric that one cause lifts as far as another lowers it', () => {
    const weighing = (version: string, b: number, c: number) =>
      parseModel({
        ...document,
        version,
        stages: [],
        dimensions: [{ id: 'x', weight: 1, metrics: [fact('a'), fact('b', { weight: b }), fact('c', { weight: c })] }],
      });
    const [even, uneven] = [weighing('1.0.0', 1, 0), weighing('2.0.0', 2, 1)];
    const before = report({ a: 80, b: 48 }, { by: even });
    const after = report({ a: 80, b: 48, c: 20 }, { by: uneven });
    const { metrics, parts } = compareReports(before, after, { before: even, after: uneven });
    const b = metrics.find(({ id }) => id === 'b');
    expect(b).to.deep.include({ change: 0, parts: { model: 8, group: 0, coverage: -8, data: 0, override: 0 } });
    for (const cause of ['model', 'coverage'] as const) {
      expect(metrics.reduce((all, one) => all + (one.parts?.[cause] ?? 0), 0)).to.equal(parts?.[cause]);
    }
  });

  it('tells data from coverage where both moved: first what is observed, then its values', () => {
    for (const { parts, certain } of both(report({ a: 80, b: 40, c: 20 }), report({ a: 60, c: 20 }))) {
      expect(parts).to.deep.equal({ model: 0, group: 0, coverage: 15, data: -15, override: 0 });
      expect(certain).to.equal(true);
    }
  });

  it('calls other weights the model', () => {
    const [before, after] = [report({ a: 80, b: 40, c: 20 }), report({ a: 80, b: 40, c: 20 }, { by: heavier })];
    for (const { parts, certain } of both(before, after, heavier)) {
      expect(parts).to.deep.equal({ model: -10, group: 0, coverage: 0, data: 0, override: 0 });
      expect(certain).to.equal(true);
    }
  });

  it('says that it estimates where the model is another one and not given', () => {
    const after = report({ a: 60, b: 40, c: 20 }, { by: heavier });
    const [alone, through] = both(report({ a: 80, b: 40, c: 20 }), after, heavier);
    expect(through).to.deep.include({ certain: true, doubts: [] });
    expect(through?.parts).to.deep.equal({ model: -10, group: 0, coverage: 0, data: -5, override: 0 });
    expect(alone).to.deep.include({
      certain: false,
      doubts: ['Two models gave these scores, m 1.0.0 and m 2.0.0: without them the parts are estimates.'],
    });
    const newer = compareReports(report({ a: 80, b: 40, c: 20 }), after, { after: heavier });
    expect(newer.parts).to.deep.equal(through?.parts);
    expect(newer.doubts).to.deep.equal([
      'Only the newer model was given: where the older one measures otherwise, that is counted as data.',
    ]);
  });

  it('calls another stage group, and says why', () => {
    const values = { a: 80, b: 40, c: 20 };
    const [before, after] = [report({ ...values, age: 30 }), report({ ...values, age: 120 })];
    for (const comparison of both(before, after)) {
      expect(comparison.parts).to.deep.equal({ model: 0, group: 10, coverage: 0, data: 0, override: 0 });
      expect(comparison.groups.map(({ grouping, sentence }) => [grouping, sentence])).to.deep.equal([
        ['stage', 'Stage: none, New before.'],
      ]);
    }
    expect(both(after, before)[0]?.groups[0]?.sentence).to.match(/^Stage: New, none before\. Age.* 90\.$/);
  });

  it('counts a new metric, and one that is measured otherwise, as the model’s doing', () => {
    const added = parseModel({
      ...document,
      version: '2.0.0',
      measures: { ...measures, a: { kind: 'fact', name: 'd' } },
      dimensions: [...document.dimensions, { id: 'z', weight: 4, metrics: [fact('d')] }],
    });
    const before = report({ a: 80, b: 40, c: 20, d: 0 });
    const after = report({ a: 80, b: 40, c: 20, d: 0 }, { by: added });
    const comparison = compareReports(before, after, { before: model, after: added });
    expect(moved(comparison)).to.deep.equal(['model']);
    expect(comparison.doubts).to.deep.equal([
      'A is measured otherwise than before: all that moved it is counted as the model’s doing.',
    ]);
    expect(comparison.metrics.map(({ sentence }) => sentence)).to.deep.include('D was not asked for before.');
  });

  it('keeps what was set by hand apart from what was computed', () => {
    const set = {
      score: 90,
      reason: 'They told us',
      author: 'Ann',
      at: '2026-11-01T00:00:00.000Z',
      expires: '2026-12-01T00:00:00.000Z',
    };
    const [plain, held] = [report({ a: 80, b: 50, c: 20 }), report({ a: 40, b: 50, c: 20 }, { overrides: [set] })];
    for (const comparison of both(plain, held)) {
      expect(comparison.parts).to.deep.equal({ model: 0, group: 0, coverage: 0, data: -15, override: 51.25 });
      expect(comparison.override?.now).to.equal('set');
    }
    const later = report({ a: 40, b: 50, c: 20 }, { overrides: [set], at: '2026-12-01T00:00:00.000Z' });
    expect(compareReports(held, later).override?.now).to.equal('expired');
    expect(compareReports(held, plain).override?.now).to.equal('lifted');
    const kept = compareReports(held, report({ a: 80, b: 50, c: 20 }, { overrides: [set] }));
    expect(kept).to.deep.include({ change: 0, override: null });
    expect(kept.sentence).to.equal('The score is 90, as before: data +15, set by hand −15.');
  });

  it('says what changed where there is no score to compare', () => {
    const comparison = compareReports(report({ a: 80, b: 50, c: 20 }), report({ a: 30, c: null }));
    expect(comparison).to.include({ change: null, parts: null });
    expect(comparison.reason).to.deep.equal({
      code: 'no-score-after',
      sentence: 'There is no score any more, 53.8 before: 37.5% observed, 50% needed.',
    });
    expect(comparison.metrics.map(({ sentence }) => sentence)).to.deep.equal([
      'A fell from 80 to 30.',
      'B is no longer observed.',
      'C is no longer observed.',
    ]);
    expect(comparison.signals).to.deep.equal([{ id: 'a-low', label: 'A low', effect: 'risk', now: 'fired' }]);
  });

  it('takes no model’s word against the report’s', () => {
    const other = parseModel({ ...document, dimensions: heavier.dimensions });
    const [before, after] = [report({ a: 80, b: 50, c: 20 }), report({ a: 40, b: 50, c: 20 })];
    const comparison = compareReports(before, after, { after: other });
    expect(comparison.parts?.data).to.equal(-15);
    expect(comparison.doubts).to.deep.equal([
      'The model given does not give the score that the report says, so only the reports were compared.',
    ]);
  });

  it('counts as data what the contributions of a report leave out', () => {
    const bare = { ...report({ a: 80, b: 50, c: 20 }), contributions: [] };
    const comparison = compareReports(bare, { ...bare, score: 60 });
    expect(sum(comparison.parts)).to.equal(comparison.change);
    expect(comparison.certain).to.equal(false);
  });

  it('compares parent accounts by their children, model or not', () => {
    const parent = (score: number, more: { id: string; a: number }[] = []) =>
      rollUp(
        model,
        { id: 'group' },
        [{ id: 'one', a: score }, { id: 'two', a: 40 }, ...more].map(({ id, a }) =>
          parseAccount({ id, facts: { a, b: a, c: a } }),
        ),
        { now },
      );
    for (const models of [undefined, { after: model }]) {
      const fell = compareReports(parent(80), parent(20), models);
      expect(fell.parts).to.deep.equal({ model: 0, group: 0, coverage: 0, data: -30, override: 0 });
      expect(fell.metrics.map(({ sentence }) => sentence)).to.deep.equal(['one fell from 80 to 20: −30 points.']);
      const joined = compareReports(parent(80), parent(80, [{ id: 'three', a: 90 }]), models);
      expect(sum(joined.parts)).to.equal(joined.change);
      expect(moved(joined)).to.deep.equal(['coverage']);
      expect(joined.metrics.map(({ sentence }) => sentence)).to.include('three has joined: +30 points.');
    }
  });

  it('refuses reports of two accounts, and models that are not theirs', () => {
    const one = report({ a: 80 });
    const other = buildReport(model, parseAccount({ id: 'bolt' }), { now });
    expect(refusals(() => compareReports(one, other))).to.deep.equal([
      'after.account.id must be that of the report before ("acme"), not "bolt": a change is one account\'s.',
    ]);
    expect(refusals(() => compareReports(one, one, { after: heavier }))).to.deep.equal([
      'models.after must be the model that the report names, "m" 1.0.0, not "m" 2.0.0.',
    ]);
  });
});
