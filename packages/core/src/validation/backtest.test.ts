import { expect } from 'chai';
import example from '../../examples/backtests/generated-company.json' with { type: 'json' };
import { parseModel } from '../model/define-model.ts';
import { type Account, account as accountSchema } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { toInstant } from '../schema/time.ts';
import { type BacktestPlan, runBacktest } from './backtest.ts';
import { type BacktestReport, parseBacktest } from './backtest-report.ts';
import { cutOffs } from './cut-offs.ts';
import type { Feature } from './feature.ts';
import { mix } from './mix.ts';
import { standardFeatures } from './standard-features.ts';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const end = start + 365 * day;
const chance = (seed: number): number => mix(seed) / 2 ** 32;

/** Accounts used twice a week until some fall silent; `tells` is how much likelier those are to leave two months after. */
function company(accounts: number, tells: number): { list: Account[]; outcomes: Outcome[] } {
  const outcomes: Outcome[] = [];
  const list = Array.from({ length: accounts }, (_, n) => {
    const id = `a${n}`;
    const quietFrom = chance(n) < 0.5 ? start + (60 + 240 * chance(n + 1e6)) * day : null;
    const leaves = chance(n + 2e6) < (quietFrom === null ? 0.3 : Math.min(1, 0.3 * tells));
    const gone = leaves ? (quietFrom ?? start + (60 + 240 * chance(n + 3e6)) * day) + 60 * day : null;
    if (gone !== null && gone < end) outcomes.push({ account: id, kind: 'churned', at: toInstant(gone) });
    const events = [];
    for (let at = start + chance(n + 4e6) * 3 * day; at < Math.min(end, gone ?? end); at += 3.5 * day) {
      if (quietFrom === null || at < quietFrom || chance(n * 997 + at / day) < 0.1) {
        events.push({ name: 'use', at: toInstant(at) });
      }
    }
    const plan = { value: n % 3 === 0 ? 'pro' : 'basic', at: toInstant(start) };
    return parse(accountSchema, { id, since: toInstant(start), facts: { plan }, events }, 'the account');
  });
  return { list, outcomes };
}

const document = {
  id: 'usage',
  version: '1',
  measures: {
    used: { kind: 'count', event: 'use', within: '28d' },
    since: { kind: 'since', event: 'use' },
  },
  dimensions: [
    { id: 'use', weight: 1, metrics: [{ kind: 'range', id: 'used', measure: 'used', worst: 0, best: 8 }] },
    { id: 'lately', weight: 1, metrics: [{ kind: 'range', id: 'since', measure: 'since', worst: 30, best: 0 }] },
  ],
  tiers: [
    { id: 'at-risk', from: 0 },
    { id: 'healthy', from: 60 },
  ],
  segments: [{ id: 'pro', label: 'Pro', when: { fact: 'plan', eq: 'pro' } }],
};
const model = parseModel(document);

const plan: BacktestPlan = {
  ...standardFeatures({ use: 'use' }),
  title: 'A company',
  model,
  every: 'month',
  cutOffs: cutOffs({ from: start, to: end, every: 'month' }),
  knownUntil: end,
  draws: 40,
};

describe('a backtest', function () {
  this.timeout(60_000);
  const { list, outcomes } = company(180, 3);
  let report: BacktestReport;

  before(() => {
    report = runBacktest(list, outcomes, plan);
  });

  it('is a document that can be sent, and the example is one', () => {
    expect(parseBacktest(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
    expect(parseBacktest(example).horizons.map(({ days }) => days)).to.deep.equal([30, 60, 90]);
  });

  it('has room for all features that may be asked for, and for each level of a plan', () => {
    const many = <One>(one: One): One[] => Array.from({ length: 300 }, () => one);
    const [horizon] = report.horizons;
    const [feature, weight] = [report.features[0], horizon?.learned?.weights[0]];
    const learned = horizon?.learned && { ...horizon.learned, weights: many(weight) };
    const wide = { ...report, features: many(feature), horizons: [{ ...horizon, learned }] };
    expect(parseBacktest(wide).horizons[0]?.learned?.weights).to.have.length(300);
    const features = Array.from({ length: 501 }, (_, n) => ({ ...plan.features[0], id: `f${n}` }) as Feature);
    expect(() => runBacktest([], [], { ...plan, features })).to.throw(/^features must be a list of at most 500/);
  });

  it('finds the skill that is there, at each distance, for score and predictors', () => {
    expect(report.horizons.map(({ days, predictors }) => [days, ...predictors.map(({ id }) => id)])).to.deep.equal(
      [30, 60, 90].map((days) => [days, 'score', 'equal-weights', 'logistic', 'hazard', 'bg-bb']),
    );
    expect(report.verdict.useful, report.verdict.sentence).to.equal(true);
    expect(report.verdict.sentence).to.match(
      /^Skill: AUC 0\.\d\d, .* False warnings: [\d,]+ of [\d,]+\. Outcomes without a warning: [\d,]+ of [\d,]+\./,
    );
  });

  it('says where the order of the accounts tells more than the warnings do', () => {
    const verdictWith = (healthyFrom: number) => {
      const tiers = [
        { id: 'at-risk', from: 0 },
        { id: 'healthy', from: healthyFrom },
      ];
      const judged = parseModel({ ...document, tiers });
      return runBacktest(list, outcomes, { ...plan, horizons: [90], model: judged }).verdict.sentence;
    };
    const unused = 'The order of the accounts tells more than these warnings use: another threshold would find more.';
    expect(verdictWith(1))
      .to.match(/^Skill: /)
      .and.include(unused);
    expect(verdictWith(60))
      .to.match(/^Skill: /)
      .and.not.include(unused);
  });

  it('says what would have come of warning below other scores, by the same rule', () => {
    const { threshold, warned, rows } = report.horizons.at(-1)?.predictors[0] ?? {};
    const others = threshold?.others ?? [];
    expect(others.map(({ score }) => score)).to.deep.equal([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    let before = 0;
    for (const { truePositives, falsePositives, falseNegatives, trueNegatives } of others) {
      expect(truePositives + falsePositives + falseNegatives + trueNegatives).to.equal(rows);
      expect(truePositives + falsePositives).to.be.at.least(before);
      before = truePositives + falsePositives;
    }
    const ownScore = threshold?.score ?? 0;
    const warnings = (warned?.truePositives ?? 0) + (warned?.falsePositives ?? 0);
    for (const { score, truePositives, falsePositives } of others) {
      const all = truePositives + falsePositives;
      if (score <= ownScore) expect(all).to.be.at.most(warnings);
      if (score >= ownScore) expect(all).to.be.at.least(warnings);
    }
  });

  it('says that there is none where outcomes have nothing to do with what came before', () => {
    const other = company(180, 1);
    const { verdict, weights } = runBacktest(other.list, other.outcomes, { ...plan, horizons: [90] });
    expect(verdict.useful).to.equal(false);
    expect(verdict.sentence).to.match(/^No useful skill: AUC 0\.[45]\d/);
    expect(weights?.advice).to.match(/^Keep today's weights\./);
  });

  it('learns from nothing that the test knows, and counts every row once', () => {
    for (const { days, testFrom, training, test, between } of report.horizons) {
      const from = Date.parse(testFrom ?? '');
      expect(Date.parse(training.to ?? '') + days * day).to.be.at.most(from);
      expect(Date.parse(test.from ?? '')).to.be.at.least(from);
      expect(Date.parse(test.to ?? '') + days * day).to.be.at.most(end);
      expect(training.rows + test.rows + between).to.be.above(700);
    }
  });

  it('tells segments apart, and those in none', () => {
    const [score] = report.horizons[0]?.predictors ?? [];
    expect(score?.segments.map(({ id, label }) => [id, label])).to.deep.equal([
      ['pro', 'Pro'],
      [null, 'None of these'],
    ]);
    expect(score?.segments.reduce((rows, slice) => rows + slice.rows, 0)).to.equal(score?.rows);
    expect(score?.stages).to.deep.equal([]);
  });

  it('does not depend on the order of accounts and outcomes', () => {
    const [some, near] = [list.slice(0, 60), { ...plan, horizons: [30] }];
    const turned = runBacktest(some.toReversed(), outcomes.toReversed(), near);
    expect(turned).to.deep.equal(runBacktest(some, outcomes, near));
  });

  it('without a model tries predictors only, and without room for both sides the score only', () => {
    const bare = runBacktest(list.slice(0, 99), outcomes, { ...plan, model: null, horizons: [30] });
    expect(bare.horizons[0]?.predictors.map(({ id }) => id)).to.deep.equal([
      'equal-weights',
      'logistic',
      'hazard',
      'bg-bb',
    ]);
    expect([bare.model, bare.weights]).to.deep.equal([null, null]);
    const one = runBacktest(list.slice(0, 99), outcomes, { ...plan, cutOffs: [start + 180 * day], horizons: [30] });
    expect(one.horizons[0]?.testFrom).to.equal(null);
    expect(one.horizons[0]?.predictors.map(({ id, brier }) => [id, brier])).to.deep.equal([['score', null]]);
  });

  it('counts what people said of scores, with what came of it', () => {
    const said = (n: number, at: number, says: string, why?: string) => {
      const one = list[n] as Account;
      const event = { name: 'score-feedback', at: toInstant(at), properties: { says, ...(why ? { why } : {}) } };
      return { ...one, events: [...(one.events ?? []), event] };
    };
    const accounts = list
      .with(0, said(0, start + 9 * day, 'agree'))
      .with(1, said(1, end - day, 'disagree', 'They left'));
    const { feedback } = runBacktest(
      accounts.slice(0, 2),
      [{ account: 'a0', kind: 'churned', at: toInstant(start + 20 * day) }],
      plan,
    );
    expect(feedback).to.deep.equal({
      agree: 1,
      disagree: 1,
      latest: [
        { account: 'a1', at: toInstant(end - day), says: 'disagree', why: 'They left', happened: null },
        { account: 'a0', at: toInstant(start + 9 * day), says: 'agree', why: null, happened: true },
      ],
    });
  });
});
