import { expect } from 'chai';
import { parseModel } from '../model/define-model.ts';
import { buildReport } from '../report/build-report.ts';
import { customerView } from '../report/customer-view.ts';
import { parseReport } from '../report.ts';
import { type Account, account as accountSchema } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { toInstant } from '../schema/time.ts';
import { type Backtest, type BacktestPlan, startBacktest } from './backtest.ts';
import { cutOffs } from './cut-offs.ts';
import { mix } from './mix.ts';
import { parsePredictor } from './predictor.ts';
import type { PredictorDocument } from './predictor-document.ts';
import { standardFeatures } from './standard-features.ts';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const end = start + 300 * day;
const chance = (seed: number): number => mix(seed) / 2 ** 32;

const nameless = { ...standardFeatures({ use: 'use' }), title: 'A company', model: null, every: 'month' as const };
const plan: BacktestPlan = {
  ...nameless,
  cutOffs: cutOffs({ from: start + 30 * day, to: end, every: 'month' }),
  knownUntil: end,
  horizons: [60],
  draws: 40,
};

/** Accounts that use it now and then; those with a long tenure and many a day of use never leave, which no one expects. */
function gathered(accounts: number, isTold: boolean): { backtest: Backtest; accounts: readonly Account[] } {
  const outcomes: Outcome[] = [];
  const list = Array.from({ length: accounts }, (_, n) => {
    const busy = chance(n) < 0.5;
    const leaves = chance(n + 1e6) < (isTold ? (busy ? 0.9 : 0.05) : 0.5);
    const gone = leaves ? start + (40 + 255 * chance(n + 2e6)) * day : end;
    if (leaves) outcomes.push({ account: `a${n}`, kind: 'churned', at: toInstant(gone) });
    const events = [];
    for (let at = start; at < gone; at += (busy ? 2 : 9) * day) events.push({ name: 'use', at: toInstant(at) });
    return parse(accountSchema, { id: `a${n}`, since: toInstant(start), events }, 'the account');
  });
  const backtest = startBacktest(outcomes, plan);
  for (const one of list) backtest.add(one);
  return { backtest, accounts: list };
}

describe('a trained predictor', function () {
  this.timeout(60_000);
  let document: PredictorDocument | null = null;
  let sentence = '';
  const trained = (): PredictorDocument => document ?? expect.fail(sentence);

  before(() => {
    const { backtest } = gathered(360, true);
    ({ predictor: document, sentence } = backtest.train(backtest.finish()));
  });

  const account = parse(
    accountSchema,
    {
      id: 'acme',
      since: toInstant(start),
      events: Array.from({ length: 140 }, (_, n) => ({ name: 'use', at: toInstant(start + 2 * n * day) })),
    },
    'the account',
  );
  const model = parseModel({
    id: 'usage',
    version: '1',
    measures: { used: { kind: 'count', event: 'use', within: '28d' } },
    dimensions: [
      { id: 'use', weight: 1, metrics: [{ kind: 'range', id: 'used', measure: 'used', worst: 0, best: 8 }] },
    ],
    tiers: [{ id: 'at-risk', from: 0 }],
  });
  const now = toInstant(start + 280 * day);

  it('is given where what was learned does better later, and says how much it rests on', () => {
    const { trained: on, did, horizonDays } = trained();
    expect(sentence).to.match(/^Learned from \d+ outcomes, it ranks the later slice better than equal weights/);
    expect(horizonDays).to.equal(60);
    expect(on.outcomes).to.be.at.least(50);
    expect(did.auc).to.be.within(0.6, 1);
    expect(parsePredictor(JSON.parse(JSON.stringify(document))).document).to.deep.equal(document);
  });

  it('is none where there is nothing to learn, with the sentence that says so', () => {
    const { backtest: other } = gathered(240, false);
    const { predictor, sentence: why } = other.train(other.finish());
    expect(predictor).to.equal(null);
    expect(why).to.include('Equal weights stay');
  });

  for (const id of ['logistic', 'hazard', 'bg-bb'] as const) {
    it(`predicts by ${id} as it did in the backtest, from its document alone`, () => {
      const { backtest, accounts } = gathered(120, true);
      const report = backtest.finish();
      const [horizon] = report.horizons;
      if (!horizon?.adoption) expect.fail('expected candidates');
      const adoption = { ...horizon.adoption, predictor: id };
      const { predictor: made } = backtest.train({ ...report, horizons: [{ ...horizon, adoption }] });
      expect(made?.how?.kind).to.equal(id);
      // Whatever periods it learned from: accounts at cut-offs, and how often the outcome came within the horizon.
      const { training, test, between, predictors } = horizon;
      expect(made?.trained.rows).to.equal(training.rows + test.rows + between);
      const fewest = (training.happened + test.happened) / (made?.trained.rows ?? 0);
      expect(made?.trained.baseRate).to.be.within(fewest, fewest + between / (made?.trained.rows ?? 0));
      const { low: from, high: to } = predictors.find((one) => one.id === id)?.aucByAccount ?? {};
      expect(made?.did).to.include({ low: from, high: to });
      const { predict } = parsePredictor(JSON.parse(JSON.stringify(made)));
      const at = start + 240 * day;
      const rates = accounts.map((one) => predict(one, at));
      const { low, high, probability, moved } = rates[0] ?? expect.fail('expected a prediction');
      expect(low).to.be.below(probability);
      expect(high).to.be.above(probability);
      expect(moved.length).to.be.within(1, 5);
      // Young accounts, and those without a date, are told of too.
      const bare = parse(accountSchema, { id: 'new' }, 'the account');
      expect(predict(bare, at).probability).to.be.within(0, 1);
      const shown = new Set(rates.map((one) => one.probability));
      expect(shown.size).to.be.above(10);
    });
  }

  it('predicts in the report: probability, interval, what moved it, and how it was trained', () => {
    const predictor = parsePredictor(trained());
    const { prediction } = parseReport(buildReport(model, account, { now, predictor }));
    expect(prediction).to.include({ outcome: 'churned', horizonDays: 60 });
    expect(prediction?.probability).to.be.within(prediction?.low ?? 1, prediction?.high ?? 0);
    expect(prediction?.probability).to.be.above(trained().trained.baseRate);
    expect(prediction?.moved.length).to.be.within(1, 5);
    expect(prediction?.moved.map(({ by }) => -Math.abs(by))).to.deep.equal(
      prediction?.moved.map(({ by }) => -Math.abs(by)).toSorted((a, b) => a - b),
    );
    expect(prediction?.trained).to.deep.equal(trained().trained);
    expect(trained().did).to.include(prediction?.did);
    expect(buildReport(model, account, { now })).not.to.have.property('prediction');
  });

  it('reads nothing of the instant it predicts at, or of later', () => {
    const { measures, ...rest } = trained();
    // In the place of one that it learned from: what counts here is when it is read.
    const predictor = parsePredictor({ ...rest, measures: { ...measures, use28: { kind: 'fact', name: 'use' } } });
    const at = Date.parse(now);
    const uses = (...values: { value: number; at: string }[]) => ({ ...account, facts: { use: values } });
    const before = { value: 3, at: toInstant(at - 1) };
    const told = predictor.predict(uses(before), at);
    expect(predictor.predict(uses(before, { value: 1000, at: now }), at)).to.deep.equal(told);
    expect(predictor.predict(uses({ ...before, value: 1000 }), at)).not.to.deep.equal(told);
  });

  it('says numbers that JSON can carry of whatever an account is said to be', () => {
    const { measures, ...rest } = trained();
    const facts = Object.fromEntries(Object.keys(measures).map((id) => [id, { kind: 'fact' as const, name: id }]));
    const predictor = parsePredictor({ ...rest, measures: facts });
    for (const signs of [[1], [-1], [1, -1], [-1, 1, 1]]) {
      const values = Object.keys(measures).map((id, place) => [
        id,
        Number.MAX_VALUE * (signs[place % signs.length] ?? 1),
      ]);
      const report = buildReport(model, { ...account, facts: Object.fromEntries(values) }, { now, predictor });
      expect(parseReport(JSON.parse(JSON.stringify(report))).prediction).to.deep.equal(report.prediction);
    }
  });

  it('is refused where a weight is of no size that is learned, or a deviation below 0', () => {
    const { fit } = trained();
    for (const [name, value] of [
      ['intercept', 1e308],
      ['deviations', fit.deviations.map(() => -1)],
    ] as const) {
      expect(() => parsePredictor({ ...trained(), fit: { ...fit, [name]: value } }), name).to.throw(/^fit\./);
    }
    const how = { kind: 'bg-bb', alpha: 1e300, beta: 1, gamma: 1, delta: 1, weeks: 13 };
    expect(() => parsePredictor({ ...trained(), how })).to.throw(/^how\.alpha/);
  });

  it('is not in what a customer sees', () => {
    const report = buildReport(model, account, { now, predictor: parsePredictor(trained()) });
    expect(JSON.stringify(report)).to.include('"probability"');
    expect(JSON.stringify(customerView(report, { dimension: 'use' }))).not.to.match(/predict|probab|moved/);
  });

  it('is refused where its parts do not fit together, by name', () => {
    const broken = { ...trained(), fit: { ...trained().fit, weights: [1] } };
    expect(() => parsePredictor(broken)).to.throw(/^fit\.weights must be a list of \d+, as encoding\.columns is/);
  });
});
