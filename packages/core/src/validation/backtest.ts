import type { Model } from '../model/define-model.ts';
import type { Account } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import { toInstant } from '../schema/time.ts';
import { mustBe } from '../stats/must-be.ts';
import { seeded } from '../stats/resample/seeded.ts';
import { type BacktestHorizon, type BacktestReport, backtestFormat } from './backtest-report.ts';
import { gatherFeedback } from './feedback.ts';
import { usualHorizons } from './first-cut-off.ts';
import { type GatherPlan, gatherRows, mustBeHorizon } from './gather-rows.ts';
import { cautionsOfRows, cautionsOfSplit, refuse } from './guards.ts';
import { horizonOf } from './horizon.ts';
import { foldsByAccount } from './split.ts';
import { type Training, trainPredictor } from './train-predictor.ts';
import { weightsOf } from './weights-of-model.ts';

/** What is checked: rows, the model whose score it is about, and how far ahead. */
export interface BacktestPlan extends GatherPlan {
  /** Whose data it is of, for people. */
  readonly title: string;
  /** Null where only predictors are checked. */
  readonly model: Model | null;
  readonly every: 'week' | 'month';
  /** In days, each once; 30, 60 and 90 when absent. */
  readonly horizons?: readonly number[];
  /** The one that the verdict is about: the farthest when absent. */
  readonly horizonDays?: number;
  /** A score below it warns, 0–100: where the second-worst tier of the model begins when absent. */
  readonly warnBelow?: number;
  /** Where the test begins, in milliseconds: chosen so that both sides have as many cut-offs as can be when absent. */
  readonly testFrom?: number;
  /** The seed of draws; 1 when absent. */
  readonly seed?: number;
  /** How often accounts are drawn anew for intervals: 400 when absent, from 40 to 10,000. */
  readonly draws?: number;
}

/** A backtest in the making: accounts come one at a time and are not kept. */
export interface Backtest {
  /** Throws a HealthError where the account has come before. */
  add(account: Account): void;
  /** Throws a HealthError for what a guard refuses, with its name. `told` hears which share is done, 0–1, as it goes. */
  finish(told?: (share: number) => void): BacktestReport;
  /** A predictor for the distance that the verdict of `finish` is about, where what was learned is adopted. */
  train(report: BacktestReport): Training;
}

/** Begins a backtest. Throws a HealthError for a plan that cannot be meant. */
export function startBacktest(outcomes: readonly Outcome[], plan: BacktestPlan): Backtest {
  const { model, title, every, knownUntil, features, seed = 1, draws = 400 } = plan;
  const horizons = [...new Set(plan.horizons ?? usualHorizons)].sort((a, b) => a - b);
  mustBe(horizons.length > 0, 'horizons', 'a list of at least one number of days', horizons);
  for (const [place, days] of horizons.entries()) mustBeHorizon(days, `horizons[${place}]`);
  const horizonDays = plan.horizonDays ?? (horizons.at(-1) as number);
  mustBe(horizons.includes(horizonDays), 'horizonDays', `one of ${horizons.join(', ')}`, horizonDays);
  const tiers = (model?.tiers ?? []).toSorted((a, b) => a.from - b.from);
  const warnBelow = plan.warnBelow ?? tiers[1]?.from ?? 50;
  mustBe(warnBelow >= 0 && warnBelow <= 100, 'warnBelow', 'a number from 0 to 100', warnBelow);
  const gathering = gatherRows(outcomes, plan, horizons[0] as number, model);
  const feedback = gatherFeedback(outcomes, plan.of ?? 'churned', horizonDays, knownUntil);
  // Each figure has draws of its own, so that none depends on which others are asked for.
  const resampling = () => ({ generator: seeded(seed), times: draws });
  return {
    add(account) {
      gathering.add(account);
      feedback.add(account);
    },
    finish(told = () => {}) {
      const main = gathering.rows(horizonDays);
      const steps = horizons.length + Number(model !== null);
      const common = { model, features, every, warnBelow, testFrom: plan.testFrom, resampling };
      const found = horizons.map((days, place) => {
        const horizon = horizonOf(days, gathering.rows(days), common);
        told((place + 1) / steps);
        return horizon;
      });
      const [fold] = foldsByAccount({ rows: lastOfEach(main.rows) }, 2);
      const cautions = refuse([...cautionsOfRows(main), ...(fold ? cautionsOfSplit(main, fold, 'apart') : [])]);
      const of = found.find(({ days }) => days === horizonDays) as (typeof found)[number];
      return {
        schema: backtestFormat,
        title,
        knownUntil: toInstant(knownUntil),
        model: model && { id: model.id, version: String(model.version) },
        outcome: plan.of ?? 'churned',
        every,
        cutOffs: [...new Set(plan.cutOffs)].sort((a, b) => a - b).map(toInstant),
        accounts: gathering.accounts,
        features: features.map(({ id, direction }, column) => {
          const missing = main.rows.filter(({ values }) => values[column] === null).length;
          return { id, direction, missing: main.rows.length > 0 ? missing / main.rows.length : null };
        }),
        horizonDays,
        horizons: found,
        verdict: of.verdict,
        cautions: [...cautions],
        weights: model && weightsOf(model, main, { warnBelow, testFrom: of.testFrom, resampling }),
        feedback: feedback.told(),
      };
    },
    train(report) {
      const of = report.horizons.find(({ days }) => days === horizonDays);
      mustBe(of !== undefined, 'report', 'what finish gave', report.horizonDays);
      return trainPredictor(report, of as BacktestHorizon, gathering.rows(horizonDays), plan);
    },
  };
}

/** A backtest of accounts that are at hand, in any order. Throws a HealthError as `startBacktest` does. */
export function runBacktest(
  accounts: Iterable<Account>,
  outcomes: readonly Outcome[],
  plan: BacktestPlan,
): BacktestReport {
  const backtest = startBacktest(outcomes, plan);
  for (const account of accounts) backtest.add(account);
  return backtest.finish();
}

/** The last row of each account: rows of one account are copies of each other for good reason. */
function lastOfEach<Row extends { readonly account: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.account, row])).values()];
}
