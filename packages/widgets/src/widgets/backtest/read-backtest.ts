import type { BacktestPredictor, BacktestReport, BacktestSlice, BacktestWarned } from '@hale/core/validation';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import type {
  Area,
  BacktestReading,
  BandReading,
  Calls,
  CautionReading,
  CurvePoint,
  GroupReading,
  HorizonReading,
  LiftReading,
  LineReading,
  PredictorReading,
  WeighedFeature,
  WeightReading,
  WeightsReading,
} from './backtest-reading.ts';

/** A backtest as it comes to the widget: from the page, or from an address, in whatever shape. */
export type GivenBacktest = Loose<BacktestReport>;

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
