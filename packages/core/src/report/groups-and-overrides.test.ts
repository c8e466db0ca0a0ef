import { expect } from 'chai';
import { parseModel } from '../model/define-model.ts';
import type { ModelDocument } from '../model/model.ts';
import { parseReport } from '../report.ts';
import type { Account } from '../schema/account.ts';
import { buildReport } from './build-report.ts';

const now = '2026-11-14T09:00:00.000Z';
const document: ModelDocument = {
  id: 'm',
  version: '1.0.0',
  measures: {
    seats: { kind: 'fact', name: 'seats' },
    setUp: { kind: 'fact', name: 'setUp' },
    tenure: { kind: 'since' },
  },
  dimensions: [
    { id: 'use', weight: 1, metrics: [{ kind: 'range', id: 'seats', measure: 'seats', worst: 0, best: 100 }] },
    { id: 'set-up', weight: 1, metrics: [{ kind: 'range', id: 'setUp', measure: 'setUp', worst: 0, best: 100 }] },
  ],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'middle', from: 40 },
    { id: 'high', from: 70 },
  ],
  segments: [
    {
      id: 'enterprise',
      label: 'Enterprise',
      when: { fact: 'employees', gte: 1000 },
      metrics: { seats: { best: 1000 } },
    },
    { id: 'small', when: { fact: 'employees', lt: 100 } },
  ],
  stages: [{ id: 'onboarding', when: { measure: 'tenure', lt: 90 }, weights: { use: 0 } }],
};
const facts = { seats: 80, setUp: 40, employees: 50 };
const report = (account: Partial<Account>, change: Partial<ModelDocument> = {}) => {
  const built = buildReport(
    parseModel({ ...document, ...change }),
    { id: 'a', since: '2020-01-01T00:00:00.000Z', facts, ...account },
    { now },
  );
  expect(parseReport(JSON.parse(JSON.stringify(built)))).to.deep.equal(built);
  return built;
};

describe('segments and stages', () => {
  it('change thresholds and weights, and say which applied and why', () => {
    const large = report({ facts: { ...facts, employees: 2000 } });
    expect(large.score).to.be.closeTo((8 + 40) / 2, 1e-9);
    expect(large.segment).to.deep.include({ id: 'enterprise', label: 'Enterprise', unsure: [] });
    expect(large.segment?.because[0]).to.include({ subject: 'employees', value: 2000, is: 'gte', threshold: 1000 });
    expect(large.stage).to.equal(null);

    const young = report({ since: '2026-10-01T00:00:00.000Z' });
    expect(young.score).to.equal(40);
    expect(young.stage?.id).to.equal('onboarding');
    expect(young.segment?.id).to.equal('small');
  });

  it('say when an earlier group could not be decided', () => {
    const segments: ModelDocument['segments'] = [
      { id: 'enterprise', when: { fact: 'employees', gte: 1000 } },
      { id: 'any', when: { measure: 'seats', gte: 0 } },
    ];
    const unsure = report({ facts: { seats: 80, setUp: 40 } }, { segments });
    expect(unsure.segment).to.include({ id: 'any' });
    expect(unsure.segment?.unsure).to.deep.equal(['enterprise']);
  });
});

describe('hysteresis', () => {
  const point = (at: string, tier: string) => ({ at, score: 50, coverage: 1, tier, version: '1.0.0' });
  const history = [point('2026-11-01T00:00:00.000Z', 'high'), point('2026-11-07T00:00:00.000Z', 'middle')];
  const at = (seats: number, margin: number) =>
    report({ facts: { seats, setUp: seats, employees: 50 }, history }, { hysteresis: margin });

  it('holds the tier until the score has passed the edge by the margin', () => {
    expect(at(71, 3)).to.include({ tier: 'middle', held: 'high' });
    expect(at(73, 3)).to.include({ tier: 'high', held: null });
    expect(at(38, 3)).to.include({ tier: 'middle', held: 'low' });
    expect(at(36.9, 3)).to.include({ tier: 'low', held: null });
    expect(at(71, 0)).to.include({ tier: 'high', held: null });
  });

  it('holds no tier that another version of the model gave', () => {
    const given = (...versions: string[]) =>
      versions.map((version, day) => ({
        ...point(`2026-11-0${day + 1}T00:00:00.000Z`, day ? 'high' : 'middle'),
        version,
      }));
    const facts = { seats: 71, setUp: 71, employees: 50 };
    const tierAfter = (...versions: string[]) => report({ facts, history: given(...versions) }, { hysteresis: 3 }).tier;
    expect(tierAfter('0.9')).to.equal('high');
    expect(tierAfter('1')).to.equal('middle');
    expect(tierAfter('1.0', '2')).to.equal('middle');
  });

  it('holds no tier that a person had set', () => {
    const set = { tier: 'high', reason: 'A promise', author: 'Ada', at: '2026-11-05T00:00:00.000Z' };
    const overrides = [{ ...set, expires: '2026-11-10T00:00:00.000Z' }];
    const points = [point('2026-11-01T00:00:00.000Z', 'middle'), point('2026-11-07T00:00:00.000Z', 'high')];
    const facts = { seats: 68, setUp: 68, employees: 50 };
    expect(report({ facts, history: points, overrides }, { hysteresis: 3 })).to.include({ tier: 'middle', held: null });
    expect(report({ facts, history: points }, { hysteresis: 3 })).to.include({ tier: 'high', held: 'middle' });
  });
});

describe('overrides', () => {
  const set = { score: 20, reason: 'Their sponsor has left', author: 'Ada Lindqvist', at: '2026-11-01T00:00:00.000Z' };

  it('set the score, say who and why, and keep what was computed', () => {
    const overridden = report({ overrides: [set] });
    expect(overridden).to.include({ score: 20, tier: 'low' });
    expect(overridden.override).to.deep.equal({
      ...set,
      tier: null,
      expires: null,
      computed: { score: 60, tier: 'middle' },
    });
    const points = overridden.contributions.map((one) => one.points ?? 0);
    expect(points.reduce((all, one) => all + one, 0)).to.equal(20);
    expect(overridden.contributions.at(-1)).to.include({
      role: 'override',
      points: -40,
      sentence: 'Set by Ada Lindqvist: Their sponsor has left',
    });
  });

  it('hold from their beginning until they expire, the newest first', () => {
    const later = { ...set, score: 90, at: '2026-11-10T00:00:00.000Z', expires: now };
    expect(report({ overrides: [later, set] }).score).to.equal(20);
    expect(
      report({ overrides: [later, set].map((one) => ({ ...one, expires: '2026-11-14T09:00:00.001Z' })) }).score,
    ).to.equal(90);
    expect(report({ overrides: [{ ...set, at: '2026-11-15T00:00:00.000Z' }] })).to.include({
      score: 60,
      override: null,
    });
  });

  it('are the same of two from one instant, in whichever order they are listed', () => {
    const two = ['high', 'low', 'middle'].map((tier) => ({ tier, reason: 'r', author: 'a', at: set.at }));
    const tiers = [two, two.toReversed()].map((overrides) => report({ overrides }).tier);
    expect(tiers[0]).to.equal(tiers[1]);
  });

  it('set a tier alone and leave the score; a tier the model does not have changes nothing', () => {
    const { score: _, ...tierOnly } = { ...set, tier: 'high' };
    expect(report({ overrides: [tierOnly] })).to.include({ score: 60, tier: 'high' });
    const gone = report({ overrides: [{ ...tierOnly, tier: 'gone' }] });
    expect(gone).to.include({ score: 60, tier: 'middle' });
    expect(gone.override).to.include({ tier: null, unknownTier: 'gone' });
  });

  it('move nothing: neither setting one nor its end is a change of the score', () => {
    const past = { at: '2026-10-17T09:00:00.000Z', score: 60, coverage: 1, tier: 'middle', version: '1.0.0' };
    const signals: ModelDocument['signals'] = [
      { id: 'drop', effect: 'risk', severity: 'high', when: { score: 'change', lt: -10 } },
    ];
    const inForce = report({ overrides: [set], history: [past] }, { signals });
    expect(inForce.trend).to.include({ change: 0, direction: 'steady' });
    expect(inForce.trend.points.at(-1)).to.include({ score: 20, computed: 60 });
    expect(inForce.signals).to.deep.equal([]);
    const over = { ...set, score: 95, at: '2026-10-01T00:00:00.000Z', expires: '2026-11-01T00:00:00.000Z' };
    const ended = report({ overrides: [over], history: [{ ...past, score: 95, tier: 'high' }] }, { signals });
    expect(ended.trend).to.include({ change: null });
    expect(ended.signals).to.deep.equal([]);
  });

  it('give a score where there was nothing to compute one from', () => {
    const blind = report({ facts: {}, overrides: [set] });
    expect(blind).to.include({ score: 20, reason: null, tier: 'low' });
    expect(blind.override?.computed).to.deep.equal({ score: null, tier: null });
  });
});
