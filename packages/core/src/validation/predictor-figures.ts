import { aucDraws } from '../stats/resample/auc-draws.ts';
import { percentileInterval, type Resampling } from '../stats/resample/bootstrap.ts';
import { auc } from '../stats/truth/auc.ts';
import { aucInterval } from '../stats/truth/auc-interval.ts';
import { averagePrecision } from '../stats/truth/average-precision.ts';
import { brier } from '../stats/truth/brier.ts';
import { brierSkill } from '../stats/truth/brier-skill.ts';
import { calibrationError } from '../stats/truth/calibration-error.ts';
import { type Confusion, confusion } from '../stats/truth/confusion.ts';
import { falseNegativeRate } from '../stats/truth/false-negative-rate.ts';
import { falsePositiveRate } from '../stats/truth/false-positive-rate.ts';
import { kolmogorovSmirnov } from '../stats/truth/kolmogorov-smirnov.ts';
import { lift } from '../stats/truth/lift.ts';
import { logLoss } from '../stats/truth/log-loss.ts';
import { matthewsCorrelation } from '../stats/truth/matthews-correlation.ts';
import type { Measured } from '../stats/truth/measured.ts';
import { precision } from '../stats/truth/precision.ts';
import { recall } from '../stats/truth/recall.ts';
import { reliability } from '../stats/truth/reliability.ts';
import { type RocPoint, roc } from '../stats/truth/roc.ts';
import type { BacktestPredictor, BacktestSlice, BacktestWarned } from './backtest-report.ts';
import type { StandingRow } from './gather-rows.ts';
import { cautionsOfAuc } from './guards.ts';
import { judgeSkill } from './judge-skill.ts';

/** What a predictor said of later rows. */
export interface Said extends Pick<BacktestPredictor, 'id' | 'label' | 'explains' | 'threshold'> {
  readonly rows: readonly StandingRow[];
  /** For each row, higher is likelier. */
  readonly risk: readonly number[];
  /** The same as probabilities; null where nothing was there to learn them from. */
  readonly probabilities: readonly number[] | null;
  readonly warned: readonly boolean[];
}

/** Segments and stages of a model, for people. */
export interface Groupings {
  readonly segments: readonly { readonly id: string; readonly label: string }[];
  readonly stages: readonly { readonly id: string; readonly label: string }[];
}

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
 * Every measure of truth of what a predictor said; `baseRate` is that of the training, null without one, and `drawn` are
 * its AUCs in draws.
 */
export function figuresOf(
  said: Said,
  baseRate: number | null,
  groupings: Groupings,
  drawn: readonly (number | null)[],
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
  const ofSlices = (groups: Groupings['segments'], which: 'segment' | 'stage') => slicesOf(said, groups, which);
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
      const taken = Math.floor(Number((share * rows.length).toPrecision(14)));
      return { share, lift: times, captured: times === null ? null : Math.min(1, (times * taken) / rows.length) };
    }),
    roc: thinned(take('roc', () => roc(happened, probabilities ?? risk)) ?? [], probabilities !== null),
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

const areaOf = ({
  auc: value,
  low,
  high,
  standardError,
}: {
  auc: number;
  low: number;
  high: number;
  standardError: number;
}) => ({
  value,
  low,
  high,
  standardError,
});

/** Counts of warnings and the shares that follow. */
function warnedOf(happened: readonly boolean[], warned: readonly boolean[]): BacktestWarned {
  return warnedBy(confusion(happened, warned.map(Number), 1));
}

/** The shares that follow from counts. */
export const warnedBy = (count: Confusion): BacktestWarned => ({
  ...count,
  falsePositiveRate: falsePositiveRate(count).value,
  falseNegativeRate: falseNegativeRate(count).value,
  precision: precision(count).value,
  recall: recall(count).value,
  matthewsCorrelation: matthewsCorrelation(count).value,
});

function slicesOf(
  { rows, risk, warned }: Said,
  groups: Groupings['segments'],
  which: 'segment' | 'stage',
): BacktestSlice[] {
  if (groups.length === 0) return [];
  return [...groups, { id: null, label: 'None of these' }].flatMap(({ id, label }): BacktestSlice[] => {
    const own = [...rows.keys()].filter((row) => (rows[row]?.standing?.[which] ?? null) === id);
    if (own.length === 0 && id === null) return [];
    const happened = own.map((row) => rows[row]?.happened === true);
    const { value, reason } = aucInterval(
      happened,
      own.map((row) => risk[row] as number),
    );
    const hits = happened.filter(Boolean).length;
    return [
      {
        id,
        label,
        rows: own.length,
        accounts: new Set(own.map((row) => rows[row]?.account)).size,
        happened: hits,
        baseRate: own.length > 0 ? hits / own.length : null,
        auc: value && areaOf(value),
        reason: reason?.sentence ?? null,
        warned: warnedOf(
          happened,
          own.map((row) => warned[row] === true),
        ),
      },
    ];
  });
}

/** No more than some 100 points: those that lie a hundredth of both ways apart, and the ends. */
function thinned(points: readonly RocPoint[], areProbabilities: boolean): BacktestPredictor['roc'] {
  const kept: RocPoint[] = [];
  points.forEach((point, place) => {
    const before = kept.at(-1);
    const way = before
      ? point.falsePositiveRate - before.falsePositiveRate + point.truePositiveRate - before.truePositiveRate
      : 1;
    if (way >= 0.0205 || place === points.length - 1) kept.push(point);
  });
  return kept.map((point) => ({ ...point, threshold: areProbabilities ? point.threshold : null }));
}
