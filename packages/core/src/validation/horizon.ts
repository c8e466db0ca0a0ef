import type { Model } from '../model/define-model.ts';
import { toInstant } from '../schema/time.ts';
import type { LogisticFit } from '../stats/fit/logistic-regression.ts';
import { normalReach } from '../stats/normal.ts';
import type { Resampling } from '../stats/resample/bootstrap.ts';
import type { BacktestHorizon, BacktestPredictor } from './backtest-report.ts';
import { learnAll, lessonOf } from './candidates.ts';
import { chooseCandidate } from './choose-candidate.ts';
import type { Dataset } from './dataset.ts';
import type { Feature } from './feature.ts';
import type { StandingRow } from './gather-rows.ts';
import { cautionsOfSplit, refuse } from './guards.ts';
import type { Recalibrated } from './learned.ts';
import { drawAreas, figuresOf } from './predictor-figures.ts';
import { sayEqualWeights, sayLearned, sayScore, warnedShare } from './say.ts';
import type { Groupings } from './slices.ts';
import { type Split, splitByTime } from './split.ts';

/** What a check at one distance needs besides rows. */
export interface HorizonPlan {
  readonly model: Model | null;
  readonly features: readonly Feature[];
  readonly every: 'week' | 'month';
  readonly warnBelow: number;
  readonly testFrom: number | undefined;
  readonly resampling: () => Resampling;
}

type Rows = readonly StandingRow[];

/** Checks score, equal weights and what can be learned at one distance ahead, on rows later than those learned from. */
export function horizonOf(days: number, dataset: Dataset<StandingRow>, plan: HorizonPlan): BacktestHorizon {
  const { model, features, every, resampling } = plan;
  const testFrom = plan.testFrom ?? chooseTestFrom(dataset);
  // Without a day that leaves rows on both sides, what needs no learning is tried on all of them.
  const split: Split<StandingRow> =
    testFrom === null ? { train: [], test: dataset.rows, between: 0 } : splitByTime(dataset, testFrom);
  const { train, test, between } = split;
  const baseRate = rateOf(train);
  const groupings = groupingsOf(model);
  const predictors: BacktestPredictor[] = [];
  if (model) {
    const score = sayScore(train, test, plan.warnBelow);
    const drawn = drawAreas([score], resampling());
    predictors.push(figuresOf(score, baseRate, groupings, drawn.flat(), resampling));
  }
  const share = (model && warnedShare(train, plan.warnBelow)) || 0.1;

  let adoption: BacktestHorizon['adoption'] = null;
  let learned: Recalibrated | null = null;
  const usable = features.some(({ direction }) => direction !== 0);
  if (train.length > 0 && test.length > 0 && usable) {
    const directions = features.map(({ direction }) => direction);
    const equal = sayEqualWeights(dataset.columns, directions, train, test, share);
    const lesson = lessonOf(dataset, train, testFrom ?? Infinity, { days, every, features });
    const candidates = learnAll(lesson);
    const said = candidates.map((one) => sayLearned(one, train, test, share));
    const drawn = drawAreas([equal, ...said], resampling());
    [equal, ...said].forEach((one, place) => {
      predictors.push(
        figuresOf(
          one,
          baseRate,
          groupings,
          drawn.map((draw) => draw[place] ?? null),
          resampling,
        ),
      );
    });
    const tried = candidates.map((candidate, place) => ({ candidate, risk: said[place]?.risk ?? [] }));
    adoption = chooseCandidate(test, equal.risk, tried, drawn);
    learned = candidates.find(({ id }) => id === 'logistic')?.learned ?? null;
  }
  return {
    days,
    testFrom: testFrom === null ? null : toInstant(testFrom),
    training: countsOf(train),
    test: countsOf(test),
    between,
    leftOut: dataset.leftOut,
    predictors,
    learned: learned && told(learned),
    adoption,
    verdict: verdictOf(predictors[0]),
    cautions: testFrom === null ? [] : [...refuse(cautionsOfSplit(dataset, split, 'shared'))],
  };
}

/** The cut-off that leaves the most cut-offs on the side that has fewer; null where one side would have none. */
function chooseTestFrom({ rows, horizon }: Dataset<StandingRow>): number | null {
  const days = [...new Set(rows.map(({ cutOff }) => cutOff))].sort((a, b) => a - b);
  const fewer = days.map((from) =>
    Math.min(days.filter((day) => day + horizon <= from).length, days.filter((day) => day >= from).length),
  );
  const most = Math.max(0, ...fewer);
  return most === 0 ? null : (days[fewer.lastIndexOf(most)] as number);
}

function told({ fit, encoding, shift, outcomes }: Recalibrated): BacktestHorizon['learned'] {
  const reach = normalReach(0.95);
  const width = fit.weights.length + 1;
  return {
    lambda: fit.lambda,
    rows: fit.rows,
    outcomes,
    shift,
    weights: fit.standardized.weights.map((weight, column) => {
      const off = reach * Math.sqrt(Math.max(0, fit.covariance[(column + 1) * (width + 1)] as number));
      return { id: encoding.columns[column] as string, weight, low: weight - off, high: weight + off };
    }),
    warnings: warningsOf(fit, encoding.columns),
  };
}

const warningsOf = ({ warnings }: LogisticFit, names: readonly string[]): string[] =>
  warnings.map(({ columns, sentence }) =>
    columns.length === 0 ? sentence : `${columns.map((column) => names[column]).join(', ')}: ${sentence}`,
  );

function countsOf(rows: Rows): BacktestHorizon['training'] {
  const happened = rows.filter((row) => row.happened);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows: rows.length,
    accounts: new Set(rows.map(({ account }) => account)).size,
    happened: happened.length,
    outcomes: new Set(happened.map(({ account }) => account)).size,
    baseRate: rateOf(rows),
    from: first ? toInstant(first.cutOff) : null,
    to: last ? toInstant(last.cutOff) : null,
  };
}

const rateOf = (rows: Rows): number | null =>
  rows.length > 0 ? rows.filter((row) => row.happened).length / rows.length : null;

function groupingsOf(model: Model | null): Groupings {
  const named = (groups: Model['segments'] = []) => groups.map(({ id, label = id }) => ({ id, label }));
  return { segments: named(model?.segments), stages: named(model?.stages) };
}

/** In counts: where they are few, a share would seem to rest on many. */
const of = (wrong: number, right: number): string =>
  `${wrong.toLocaleString('en-US')} of ${(wrong + right).toLocaleString('en-US')}`;

/** Whether it is of use, how often warnings were wrong, what was missed, and whether that is the threshold's doing. */
function verdictOf(predictor: BacktestPredictor | undefined): BacktestHorizon['verdict'] {
  if (!predictor)
    return { useful: false, sentence: 'No skill can be shown: there are no rows to learn from and to test on.' };
  const { skill, warned, separation } = predictor;
  const wrong =
    warned.precision === null ? [] : [`False warnings: ${of(warned.falsePositives, warned.truePositives)}.`];
  const missed =
    warned.falseNegativeRate === null
      ? []
      : [`Outcomes without a warning: ${of(warned.falseNegatives, warned.truePositives)}.`];
  // Youden's index of the warnings, against the greatest that any threshold has.
  const index = (warned.recall ?? 0) - (warned.falsePositiveRate ?? 0);
  const unused =
    skill.useful && separation !== null && index < separation / 2
      ? ['The order of the accounts tells more than these warnings use: another threshold would find more.']
      : [];
  return { useful: skill.useful, sentence: [skill.sentence, ...wrong, ...missed, ...unused].join(' ') };
}
