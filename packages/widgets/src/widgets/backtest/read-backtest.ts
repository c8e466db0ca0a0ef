import type { BacktestPredictor, BacktestReport, BacktestSlice, BacktestWarned } from '@hale/core/validation';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';

/** A backtest as it comes to the widget: from the page, or from an address, in whatever shape. */
export type GivenBacktest = Loose<BacktestReport>;

/** An AUC with its interval, each 0–1. */
export interface Area {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often a warning was right and wrong. */
export interface Calls {
  /** Called, and it happened; called, and it did not. */
  readonly hits: number;
  readonly alarms: number;
  /** Not called, and it happened all the same; not called, and it did not. */
  readonly missed: number;
  readonly quiet: number;
}

/** The accounts of one segment or stage. */
export interface GroupReading {
  readonly label: string;
  readonly rows: number;
  readonly calls: Calls;
  readonly area: Area | null;
}

/** A band of probabilities, with how many were in it and to how many of those it happened. */
export interface BandReading {
  readonly rows: number;
  readonly happened: number;
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

/** A place on the ROC curve, both 0–1: the share caught, and the share called for nothing. */
export interface CurvePoint {
  readonly alarms: number;
  readonly caught: number;
}

/** The riskiest share, how many times the base rate is in it, and which share of all to whom it happened. */
export interface LiftReading {
  readonly share: number;
  readonly lift: number;
  readonly captured: number | null;
}

/** What came of warning below a score, or would have. */
export interface LineReading {
  readonly score: number;
  readonly calls: Calls;
}

/** How one way to tell the outcome ahead did. */
export interface PredictorReading {
  /** `score`, `equal-weights`, or one that was learned; empty where it is not said. */
  readonly id: string;
  readonly label: string;
  readonly area: Area | null;
  readonly curve: readonly CurvePoint[];
  readonly bands: readonly BandReading[];
  readonly lifts: readonly LiftReading[];
  readonly calls: Calls | null;
  /** What warns, in words; and as a health score, where it is one. */
  readonly says: string | null;
  readonly line: number | null;
  /** What would have come of warning below other scores, lowest first. */
  readonly others: readonly LineReading[];
  readonly segments: readonly GroupReading[];
  readonly stages: readonly GroupReading[];
  /** Why a figure is missing, by its name. */
  readonly why: (name: string) => string | null;
}

/** The check at one distance ahead. */
export interface HorizonReading {
  readonly days: number;
  readonly rows: number;
  readonly accounts: number;
  /** Scores after which the outcome came in time. */
  readonly happened: number;
  /** Accounts to which it came; null where that is not said. */
  readonly outcomes: number | null;
  /** ms since 1970. */
  readonly from: number | null;
  readonly to: number | null;
  readonly verdict: string | null;
  readonly isUseful: boolean | null;
  /** The score itself, where one was checked, before what it is compared with. */
  readonly predictors: readonly PredictorReading[];
  readonly adoption: string | null;
  /** What was learned by weighing features: the three that weigh most. */
  readonly learned: { readonly label: string; readonly weights: readonly WeighedFeature[] } | null;
  /** Of the rows, and of ways to tell. */
  readonly cautions: readonly CautionReading[];
}

/** A feature, and how much more likely more of it makes the outcome: less likely below 0. */
export interface WeighedFeature {
  readonly id: string;
  readonly weight: number;
}

/** What to be careful of, and the labels of the ways to tell that it is said of; none where it is of all. */
export interface CautionReading {
  readonly of: readonly string[];
  readonly sentence: string;
}

/** One weight, as it is and as outcomes would have it. */
export interface WeightReading {
  readonly label: string;
  readonly today: number;
  readonly proposed: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it tells anything alone; null where nobody can say. */
  readonly hasValue: boolean | null;
}

/** What becomes of the weights. */
export interface WeightsReading {
  readonly advice: string;
  readonly weights: readonly WeightReading[];
  readonly before: Calls | null;
  readonly after: Calls | null;
}

/** All that is said and drawn of a backtest. */
export interface BacktestReading {
  readonly title: string | null;
  readonly outcome: string;
  readonly knownUntil: number | null;
  readonly horizons: readonly HorizonReading[];
  /** Place of the distance ahead that the verdict is about. */
  readonly main: number;
  readonly verdict: string | null;
  readonly cautions: readonly string[];
  readonly weights: WeightsReading | null;
  readonly feedback: { readonly agree: number; readonly disagree: number } | null;
}

const count = (value: unknown) => number(value, 0) ?? 0;
const share = (value: unknown) => number(value, 0, 1);

/** Reads a backtest. Whatever is absent or wrong in it comes out as null or not at all, never as 0; it does not throw. */
export function readBacktest(given: GivenBacktest): BacktestReading {
  const features = new Set(items(given.features, 200).map(({ id }) => id));
  const horizons = items(given.horizons, 20).flatMap((horizon) => {
    const days = number(horizon.days, 0);
    return days === null ? [] : [readHorizon(horizon, days, features)];
  });
  const days = number(given.horizonDays);
  return {
    title: text(given.title, 200),
    outcome: text(given.outcome, 40) ?? 'churned',
    knownUntil: instant(given.knownUntil),
    horizons,
    main: Math.max(
      0,
      horizons.findIndex((horizon) => horizon.days === days),
    ),
    verdict: text(given.verdict?.sentence),
    cautions: sentences(given.cautions),
    weights: readWeights(given.weights),
    feedback: given.feedback ? { agree: count(given.feedback.agree), disagree: count(given.feedback.disagree) } : null,
  };
}

type GivenHorizon = Loose<BacktestReport['horizons'][number]>;

function readHorizon(given: GivenHorizon, days: number, features: ReadonlySet<unknown>): HorizonReading {
  const { test, verdict } = given;
  const predictors = items(given.predictors, 10)
    .sort((a, b) => Number(b.id === 'score') - Number(a.id === 'score'))
    .map(readPredictor);
  return {
    days,
    rows: count(test?.rows),
    accounts: count(test?.accounts),
    happened: count(test?.happened),
    outcomes: number(test?.outcomes, 0),
    from: instant(test?.from),
    to: instant(test?.to),
    verdict: text(verdict?.sentence),
    isUseful: typeof verdict?.useful === 'boolean' ? verdict.useful : null,
    predictors,
    adoption: text(given.adoption?.sentence),
    learned: readLearned(given.learned, predictors, features),
    cautions: readCautions(given),
  };
}

/** Levels, and flags of what is missing, are no features of their own. */
function readLearned(
  given: GivenHorizon['learned'],
  predictors: readonly PredictorReading[],
  features: ReadonlySet<unknown>,
): HorizonReading['learned'] {
  const label = predictors.find(({ id }) => id === 'logistic')?.label;
  if (!given || label === undefined) return null;
  const weights = items(given.weights, 200).flatMap((one): WeighedFeature[] => {
    const [id, weight] = [text(one.id, 80), number(one.weight)];
    return id === null || weight === null || weight === 0 || !features.has(id) ? [] : [{ id, weight }];
  });
  return { label, weights: weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 3) };
}

function readCautions(given: GivenHorizon): CautionReading[] {
  const said = new Map<string, string[]>(sentences(given.cautions).map((sentence) => [sentence, []]));
  for (const one of items(given.predictors, 10)) {
    const label = text(one.label, 80) ?? text(one.id, 80);
    for (const sentence of sentences(one.cautions)) {
      said.set(sentence, [...(said.get(sentence) ?? []), ...(label === null ? [] : [label])]);
    }
  }
  return [...said].map(([sentence, of]) => ({ of, sentence }));
}

function readPredictor(given: Loose<BacktestPredictor>): PredictorReading {
  const why = given.unmeasured ?? {};
  return {
    id: text(given.id, 80) ?? '',
    label: text(given.label, 80) ?? text(given.id, 80) ?? '',
    area: readArea(given.auc, given.aucByAccount),
    curve: items(given.roc, 200).flatMap((point): CurvePoint[] => {
      const [alarms, caught] = [share(point.falsePositiveRate), share(point.truePositiveRate)];
      return alarms === null || caught === null ? [] : [{ alarms, caught }];
    }),
    bands: items(given.reliability, 50).flatMap((band): BandReading[] => {
      const [predicted, observed] = [share(band.predicted), share(band.observed)];
      if (predicted === null || observed === null) return [];
      const [low, high] = [share(band.low) ?? observed, share(band.high) ?? observed];
      return [{ rows: count(band.rows), happened: count(band.happened), predicted, observed, low, high }];
    }),
    lifts: items(given.lift, 20).flatMap((one): LiftReading[] => {
      const [of, lift] = [share(one.share), number(one.lift, 0)];
      return of === null || lift === null ? [] : [{ share: of, lift, captured: share(one.captured) }];
    }),
    calls: readCalls(given.warned),
    says: text(given.threshold?.says),
    line: number(given.threshold?.score, 0, 100),
    others: items(given.threshold?.others, 100).flatMap((one): LineReading[] => {
      const [score, calls] = [number(one.score, 0, 100), readCalls(one)];
      return score === null || calls === null ? [] : [{ score, calls }];
    }),
    segments: items(given.segments, 50).map(readGroup),
    stages: items(given.stages, 50).map(readGroup),
    why: (name) => (Object.hasOwn(why, name) ? text(why[name]) : null),
  };
}

function readGroup(given: Loose<BacktestSlice>): GroupReading {
  const calls = readCalls(given.warned) ?? { hits: 0, alarms: 0, missed: 0, quiet: 0 };
  return { label: text(given.label, 80) ?? '', rows: count(given.rows), calls, area: readArea(given.auc, null) };
}

/** The interval by account goes before the one that takes rows as independent. */
function readArea(
  auc: Loose<BacktestPredictor['auc']> | undefined,
  own: Loose<BacktestPredictor['aucByAccount']> | undefined,
): Area | null {
  const value = share(auc?.value);
  if (value === null) return null;
  return { value, low: share((own ?? auc)?.low) ?? value, high: share((own ?? auc)?.high) ?? value };
}

function readCalls(given: Loose<Partial<BacktestWarned>> | null | undefined): Calls | null {
  if (!given) return null;
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = given;
  const [hits, alarms, missed, quiet] = [truePositives, falsePositives, falseNegatives, trueNegatives].map(count);
  return { hits: hits ?? 0, alarms: alarms ?? 0, missed: missed ?? 0, quiet: quiet ?? 0 };
}

/** Which share of either was called. */
export function shares({ hits, alarms, missed, quiet }: Calls): CurvePoint {
  return { caught: hits / (hits + missed || 1), alarms: alarms / (alarms + quiet || 1) };
}

function readWeights(given: GivenBacktest['weights']): WeightsReading | null {
  const advice = text(given?.advice) ?? text(given?.reason);
  if (!advice) return null;
  const proposal = given?.proposal;
  return {
    advice,
    weights: items(proposal?.weights, 50).flatMap((one): WeightReading[] => {
      const today = number(one.today, 0);
      if (today === null) return [];
      const { hasValue } = one;
      return [
        {
          label: text(one.label, 80) ?? text(one.id, 80) ?? '',
          today,
          proposed: number(one.proposed, 0),
          low: number(one.low),
          high: number(one.high),
          hasValue: typeof hasValue === 'boolean' ? hasValue : null,
        },
      ];
    }),
    before: readCalls(proposal?.today?.warned),
    after: readCalls(proposal?.proposed?.warned),
  };
}

function sentences(
  given: readonly ({ readonly sentence?: string | null | undefined } | null | undefined)[] | null | undefined,
) {
  return items(given, 20).flatMap(({ sentence }) => text(sentence) ?? []);
}
