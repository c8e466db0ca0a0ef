import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { averlund, now } from '../fixtures/averlund.ts';
import { refusals } from '../fixtures/refuses.ts';
import {
  buildReport,
  type CustomerPolicy,
  customerView,
  parseCustomerView,
  parseModel,
  type Report,
} from '../index.ts';
import type { ModelDocument } from '../model/model.ts';
import { b2bSaas } from '../model/presets/b2b-saas.ts';

const report = buildReport(b2bSaas, averlund(), { now });
const view = (policy: Partial<CustomerPolicy> = {}, from: Report = report) =>
  customerView(from, { dimension: 'adoption', ...policy });
const sum = (rows: readonly { points: number | null }[]) => rows.reduce((all, { points }) => all + (points ?? 0), 0);
const refused = (policy: object) => refusals(() => customerView(report, policy as CustomerPolicy));

/** The report of a model that is changed in some way. */
const reportOf = (change: Partial<ModelDocument>) =>
  buildReport(parseModel({ ...b2bSaas, ...change }), averlund(), { now });

describe('customerView', () => {
  it('is, unless the policy says more, the score of one dimension and its course', () => {
    const { score, trend, ...rest } = view();
    expect(score).to.be.closeTo(report.dimensions[0]?.score ?? Number.NaN, 1e-9);
    expect(rest).to.deep.equal({
      schema: 'hale.customer/1',
      account: { id: 'averlund', name: 'Averlund Freight' },
      asOf: now,
      title: 'Adoption',
      reason: null,
      coverage: null,
      contributions: null,
      activity: null,
    });
    expect(trend).to.deep.equal({
      points: [
        { at: '2026-10-17T09:00:00.000Z', score: 80, version: '1' },
        { at: '2026-11-07T09:00:00.000Z', score: 70, version: '1' },
        { at: now, score, version: '1' },
      ],
      days: 28,
      earlier: { at: '2026-10-17T09:00:00.000Z', score: 80 },
      change: (score ?? 0) - 80,
    });
  });

  it('names itself as the vendor says, and leaves out the course where that is not shown', () => {
    expect(view({ title: 'How you use it', trend: false })).to.deep.include({ title: 'How you use it', trend: null });
  });

  it('shows the metrics that are named, and all others as one, with points that add up to the score', () => {
    const { score, contributions } = view({ contributions: ['seat-use'] });
    const [seats, rest, ...more] = contributions ?? [];
    const inside = report.contributions.find(({ id }) => id === 'seat-use');
    expect(seats).to.deep.include({
      id: 'seat-use',
      label: inside?.label,
      value: inside?.value,
      unit: 'percent',
      normalized: inside?.normalized,
      status: 'observed',
      sentence: inside?.sentence,
    });
    expect(seats).to.have.all.keys(
      ...['id', 'label', 'value', 'unit', 'at', 'normalized', 'weight', 'points', 'status', 'sentence'],
    );
    expect(rest).to.deep.include({
      id: ':rest',
      role: 'rest',
      label: 'Everything else',
      value: null,
      normalized: null,
    });
    expect((seats?.weight ?? 0) + (rest?.weight ?? 0)).to.be.closeTo(1, 1e-12);
    expect(more).to.deep.equal([]);
    expect(sum(contributions ?? [])).to.equal(score);
  });

  it('shows every metric of its dimension for true, and none where none is named', () => {
    const own = report.contributions.filter(({ dimension }) => dimension === 'adoption').map(({ id }) => id);
    expect(view({ contributions: true }).contributions?.map(({ id }) => id)).to.deep.equal(own);
    expect(view({ contributions: [] }).contributions).to.equal(null);
  });

  it('never shows what a person makes of the customer, and refuses to where that is named', () => {
    const [first, ...others] = b2bSaas.dimensions;
    const judgements = [
      { kind: 'sentiment', id: 'pulse', fact: 'pulse', scale: { red: 10 }, expires: '90d' },
      { kind: 'tag', id: 'marks', event: 'tag', of: 'name', within: '90d', points: { 'secret-mark': -10 } },
    ];
    const metrics = [...(first?.metrics ?? []), { kind: 'group', id: 'inner', metrics: judgements }];
    const model = parseModel({ ...b2bSaas, dimensions: [{ ...first, metrics }, ...others] });
    const known = averlund();
    const events = [
      ...(known.events ?? []),
      { name: 'tag', at: '2026-11-10T00:00:00.000Z', properties: { name: 'secret-mark' } },
    ];
    const full = buildReport(model, { ...known, events, facts: { ...known.facts, pulse: 'red' } }, { now });
    expect(full.contributions.filter(({ isJudgement }) => isJudgement).map(({ id }) => id)).to.deep.equal([
      'pulse',
      'marks',
    ]);
    const seen = view({ contributions: true }, full);
    expect(seen.contributions?.map(({ id }) => id)).to.deep.equal([
      ...report.contributions.filter(({ dimension }) => dimension === 'adoption').map(({ id }) => id),
      ':rest',
    ]);
    expect(sum(seen.contributions ?? [])).to.equal(seen.score);
    expect(JSON.stringify(seen)).not.to.match(/pulse|marks|secret|red/i);
    expect(refusals(() => view({ contributions: ['seat-use', 'pulse'] }, full))).to.deep.equal([
      'contributions[1] must not name "pulse": it holds what a person makes of the customer, who is never shown that.',
    ]);
  });

  it('shows the grids that are named, as they are', () => {
    const { activity } = view({ grids: ['team', 'floor'] });
    expect(activity?.grids).to.deep.equal(report.activity?.grids.filter(({ by }) => by === 'team'));
    expect(view({ grids: ['floor'] }).activity).to.equal(null);
  });

  it('does not depend on what the whole model makes of the dimension', () => {
    const policy = { contributions: true as const, grids: ['team'] };
    const dimensions = b2bSaas.dimensions.map((one) => (one.id === 'adoption' ? { ...one, weight: 0 } : one));
    const unscored = reportOf({ minimumCoverage: 0.99, dimensions });
    expect(unscored.score).to.equal(null);
    for (const other of [reportOf({ score: { method: 'worst' } }), reportOf({ dimensions, signals: [], tiers: [] })]) {
      expect(view(policy, other)).to.deep.equal(view(policy));
    }
  });

  it('tells what a method begins with, and what holding to its limits did', () => {
    const [first, ...others] = b2bSaas.dimensions;
    const adoption = { ...first, method: 'points', start: 60, max: 62 } as ModelDocument['dimensions'][number];
    const { score, contributions } = view({ contributions: true }, reportOf({ dimensions: [adoption, ...others] }));
    expect(score).to.equal(62);
    expect(contributions?.filter(({ role }) => role).map(({ role, points }) => [role, points])).to.deep.equal([
      ['start', 60],
      ['limit', 2 - sum(contributions?.filter(({ role }) => !role) ?? [])],
    ]);
    expect(sum(contributions ?? [])).to.equal(62);
  });

  it('gives no score without enough of the dimension, and says so without a figure', () => {
    const { score, reason, coverage, contributions, trend } = view(
      { contributions: true },
      { ...report, dimensions: report.dimensions.map((one) => ({ ...one, coverage: 0.3 })) },
    );
    expect({ score, reason, coverage }).to.deep.equal({
      score: null,
      reason: { code: 'low-coverage', sentence: 'Too little has been observed for a score.' },
      coverage: null,
    });
    expect(contributions?.every(({ points }) => points === null)).to.equal(true);
    expect(trend?.points.at(-1)).to.deep.equal({ at: now, score: null, version: '1' });
    const empty = { ...report, dimensions: report.dimensions.map((one) => ({ ...one, score: null })) };
    expect(view({ coverage: true }, empty)).to.deep.include({
      score: null,
      reason: { code: 'no-data', sentence: 'Nothing has been observed yet.' },
      coverage: report.dimensions[0]?.coverage,
    });
    const contributionsOf = report.contributions.map((one) => ({ ...one, status: 'not-applicable' as const }));
    expect(view({}, { ...empty, contributions: contributionsOf }).reason).to.deep.equal({
      code: 'not-applicable',
      sentence: 'Nothing that has been observed applies.',
    });
  });

  it('marks where scores came to be made in another way, without a name, and tells no change across it', () => {
    const [first, second, today] = report.trend.points;
    const points = [
      { ...first, version: '0.9' },
      { ...second, version: '0.9', dimensions: {} },
      { ...today, version: '2' },
    ];
    const { trend } = view({}, { ...report, trend: { ...report.trend, points } } as Report);
    expect(trend?.points.map(({ score, version }) => [score, version])).to.deep.equal([
      [80, '1'],
      [null, '1'],
      [view().score, '2'],
    ]);
    expect([trend?.change, trend?.earlier]).to.deep.equal([null, null]);
  });

  it('gives the score, but no contributions, of a report that does not tell them within their dimension', () => {
    const contributions = report.contributions.map(({ inDimension, ...row }) => row);
    const older = view({ contributions: true }, { ...report, contributions });
    expect(older.score).to.be.closeTo(report.dimensions[0]?.score ?? Number.NaN, 1e-9);
    expect(older.contributions).to.equal(null);
  });

  it('refuses to show people, dimensions that do not exist, and policies it does not understand', () => {
    expect(refused({ dimension: 'adoption', grids: ['team', 'user'] })).to.deep.equal([
      'grids must not name "user": a customer is shown teams and features, never people.',
    ]);
    expect(refused({ dimension: 'health' })).to.deep.equal([
      'dimension names no dimension of this report: expected one of adoption, service, relationship, financial, sentiment, not "health".',
    ]);
    expect(refused({ dimension: 'adoption', contributions: ['seat-use', 'seatuse', 'nps'] })).to.deep.equal([
      'contributions[1] must name one of seat-use, key-features, days-active, usage-change, not "seatuse": the dimension has no such contribution. Did you mean "seat-use"?',
      'contributions[2] must name one of seat-use, key-features, days-active, usage-change, not "nps": the dimension has no such contribution.',
    ]);
    expect(refused({ dimension: 'adoption', contributions: 'seat-use', grid: ['team'] })).to.deep.equal([
      'contributions must be true or false or a list, not "seat-use".',
      'the policy has no key "grid": remove it or mend its spelling. Did you mean "grids"?',
    ]);
  });

  it('parses, and is refused with anything more in it, and under another version', () => {
    const whole = JSON.parse(JSON.stringify(view({ contributions: true, grids: ['team'], coverage: true })));
    expect(parseCustomerView(whole)).to.deep.equal(whole);
    expect(refusals(() => parseCustomerView({ ...whole, tier: 'watch' }))).to.deep.equal([
      'the customer\'s view has no key "tier": remove it or mend its spelling.',
    ]);
    expect(refusals(() => parseCustomerView({ ...whole, schema: 'hale.customer/2' }))).to.deep.equal([
      'schema must be "hale.customer/1", not "hale.customer/2".',
    ]);
    whole.activity.grids[0].people = ['Ann'];
    expect(refusals(() => parseCustomerView(whole))).to.deep.equal([
      'activity.grids[0] has no key "people": remove it or mend its spelling.',
    ]);
  });
});

describe('customerView of random models and accounts', () => {
  const methods = fc.constantFrom<object>({}, { score: { method: 'worst' } }, { score: { method: 'best' } });
  const scored = fc
    .tuple(anyModel, anyAccount, methods, fc.array(fc.nat(4)))
    .map(([document, account, method, places]) => {
      const model = parseModel({ ...document, signals: [], ...method });
      return { report: buildReport(model, account, { now: new Date(anyNow) }), places };
    });

  it('has points that sum exactly to its score, which is that of the dimension', () => {
    const property = fc.property(scored, ({ report, places }) => {
      for (const { id, score } of report.dimensions) {
        const own = report.contributions.filter(({ dimension, isJudgement }) => dimension === id && !isJudgement);
        for (const contributions of [true, places.flatMap((place) => own[place % own.length]?.id ?? [])]) {
          const view = customerView(report, { dimension: id, contributions });
          const shown = (view.contributions ?? []).filter(({ role }) => !role).map(({ id }) => id);
          expect(own.map(({ id }) => id)).to.include.members(shown);
          if (view.score === null) continue;
          expect(view.score).to.be.closeTo(score ?? Number.NaN, 1e-9);
          if (view.contributions) expect(sum(view.contributions)).to.equal(view.score);
          expect(view.trend?.points.at(-1)?.score).to.equal(view.score);
          expect(parseCustomerView(JSON.parse(JSON.stringify(view)))).to.deep.equal(view);
        }
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});
