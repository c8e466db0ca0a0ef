import { aucDraws } from '../stats/resample/auc-draws.ts';
import { percentileInterval, type Resampling } from '../stats/resample/bootstrap.ts';
import { auc } from '../stats/truth/auc.ts';
import { aucInterval } from '../stats/truth/auc-interval.ts';
import { averagePrecision } from '../stats/truth/average-precision.ts';
import { brier } from '../stats/truth/brier.ts';
import { brierSkill } from '../stats/truth/brier-skill.ts';
import { calibrationError } from '../stats/truth/calibration-error.ts';
import { kolmogorovSmirnov } from '../stats/truth/kolmogorov-smirnov.ts';
import { lift, takenOf } from '../stats/truth/lift.ts';
import { logLoss } from '../stats/truth/log-loss.ts';
import type { Measured } from '../stats/truth/measured.ts';
import { reliability } from '../stats/truth/reliability.ts';
import { roc } from '../stats/truth/roc.ts';
import type { BacktestPredictor } from './backtest-report.ts';
import { cautionsOfAuc } from './guards.ts';
import { judgeSkill } from './judge-skill.ts';
import type { Said } from './said.ts';
import { areaOf, type Groupings, slicesOf } from './slices.ts';
import { toldRoc } from './told-roc.ts';
import { warnedOf } from './warned.ts';

const shares = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Draws of the AUCs of several predictors that spoke of the same rows, whole accounts at a time. */
export const drawAreas = (
  said: readonly Pick<Said, 'rows' | 'risk'>[],
  resampling: Resampling,
): (number | null)[][] => {
  const rows = said[0]?.rows ?? [];
  const accounts = rows.map(({ account }) => account);
  const happened = rows.map((row) => row.happened);
  return [
    ...aucDraws(
      accounts,
      happened,
      said.map(({ risk }) => risk),
      resampling,
    ),
  ];
};

/**
 * Every measure of truth of what a predictor said; `baseRate` is that of the training, null without one, `drawn` are its
 * AUCs in draws, and by `resampling` those of segments and stages are drawn.
 */
export function figuresOf(
  said: Said,
  baseRate: number | null,
  groupings: Groupings,
  drawn: readonly (number | null)[],
  resampling: () => Resampling,
): BacktestPredictor {
  const { id, label, explains, threshold, rows, risk, probabilities, warned } = said;
  const happened = rows.map((row) => row.happened);
  const unmeasured: Record<string, string> = {};
  const take = <T>(name: string, of: () => Measured<T>): T | null => {
    const { value, reason } = of();
    if (reason) unmeasured[name] = reason.sentence;
    return value;
  };
  const probable = <T>(name: string, of: (said: readonly number[]) => Measured<T>): T | null => {
    if (probabilities) return take(name, () => of(probabilities));
    unmeasured[name] = 'There is no training to turn scores into probabilities.';
    return null;
  };
  const interval = take('auc', () => aucInterval(happened, risk));
  const byAccount = take('aucByAccount', () => percentileInterval(drawn));
  const bands = probable('reliability', (p) => reliability(happened, p));
  const known = baseRate !== null && baseRate > 0 && baseRate < 1 ? baseRate : undefined;
  const ofSlices = (groups: Groupings['segments'], which: 'segment' | 'stage') =>
    slicesOf(said, groups, which, resampling);
  return {
    id,
    label,
    explains,
    rows: rows.length,
    happened: happened.filter(Boolean).length,
    auc: interval && areaOf(interval),
    aucByAccount: byAccount,
    averagePrecision: take('averagePrecision', () => averagePrecision(happened, risk)),
    brier: probable('brier', (p) => brier(happened, p)),
    brierSkill: probable('brierSkill', (p) => brierSkill(happened, p, known)),
    logLoss: probable('logLoss', (p) => logLoss(happened, p)),
    calibrationError: probable('calibrationError', (p) => calibrationError(happened, p)),
    separation: take('separation', () => kolmogorovSmirnov(happened, risk))?.distance ?? null,
    lift: shares.map((share) => {
      const times = lift(happened, risk, share).value;
      const taken = takenOf(rows.length, share);
      return { share, lift: times, captured: times === null ? null : Math.min(1, (times * taken) / rows.length) };
    }),
    roc: toldRoc(take('roc', () => roc(happened, risk)) ?? [], risk, probabilities),
    reliability: [...(bands ?? [])],
    threshold,
    warned: warnedOf(happened, warned),
    segments: ofSlices(groupings.segments, 'segment'),
    stages: ofSlices(groupings.stages, 'stage'),
    skill:
      interval && byAccount
        ? judgeSkill({ auc: interval.auc, low: byAccount.low, high: byAccount.high })
        : { useful: false, sentence: `No skill can be shown: ${unmeasured.auc ?? unmeasured.aucByAccount}` },
    cautions: cautionsOfAuc(auc(happened, risk)),
    unmeasured,
  };
}
