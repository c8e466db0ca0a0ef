import type {
  BacktestHorizon,
  BacktestPredictor,
  BacktestReport,
  BacktestSlice,
  BacktestWarned,
} from '@hale/core/validation';

const counted = (truePositives: number, falsePositives: number, falseNegatives: number, trueNegatives: number) => ({
  truePositives,
  falsePositives,
  falseNegatives,
  trueNegatives,
});

/** How often a warning was right and wrong, with the shares that follow. */
function warned(hits: number, alarms: number, missed: number, quiet: number): BacktestWarned {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    ...counted(hits, alarms, missed, quiet),
    falsePositiveRate: share(alarms, alarms + quiet),
    falseNegativeRate: share(missed, hits + missed),
    precision: share(hits, hits + alarms),
    recall: share(hits, hits + missed),
    matthewsCorrelation: null,
  };
}

const area = (value: number, spread: number) => ({
  value,
  low: Math.max(0, value - spread),
  high: Math.min(1, value + spread),
  standardError: spread / 1.96,
});

function slice(
  id: string,
  label: string,
  auc: number | null,
  ...counts: [number, number, number, number]
): BacktestSlice {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const happened = counts[0] + counts[2];
  return {
    id,
    label,
    rows,
    accounts: rows,
    happened,
    baseRate: rows > 0 ? happened / rows : null,
    auc: auc === null ? null : area(auc, 0.11),
    reason: auc === null ? 'Fewer than two accounts left.' : null,
    warned: warned(...counts),
  };
}

/** The curve of a score whose AUC is about 1 / (1 + power). */
const curve = (power: number): BacktestPredictor['roc'] =>
  Array.from({ length: 21 }, (_, step) => ({
    threshold: step === 0 ? null : 1 - step / 20,
    falsePositiveRate: step / 20,
    truePositiveRate: (step / 20) ** power,
  }));

function predictor(id: BacktestPredictor['id'], label: string, auc: number): BacktestPredictor {
  const isUseful = auc > 0.65;
  const bands: readonly (readonly [number, number])[] = isUseful
    ? [
        [143, 6],
        [82, 9],
        [41, 10],
        [22, 8],
        [12, 6],
      ]
    : [
        [210, 29],
        [90, 10],
      ];
  return {
    id,
    label,
    explains: `${label}, in a sentence.`,
    rows: 300,
    happened: 21,
    auc: area(auc, 0.05),
    aucByAccount: { low: auc - 0.07, high: Math.min(1, auc + 0.07), draws: 400 },
    averagePrecision: 0.3,
    brier: 0.1,
    brierSkill: isUseful ? 0.08 : -0.01,
    logLoss: 0.35,
    calibrationError: 0.03,
    separation: 0.4,
    lift: [0.05, 0.1, 0.2, 0.3, 0.5].map((share) => ({
      share,
      lift: isUseful ? 3.6 - 4 * share : 1.1 - share / 5,
      captured: Math.min(1, share * (isUseful ? 3.6 - 4 * share : 1)),
    })),
    roc: curve(1 / auc - 1),
    reliability: Array.from({ length: 10 }, (_, place) => {
      const [rows = 0, happened = 0] = bands[place] ?? [];
      return {
        from: place / 10,
        to: (place + 1) / 10,
        rows,
        happened,
        predicted: rows ? place / 10 + 0.04 : null,
        observed: rows ? happened / rows : null,
        low: rows ? Math.max(0, happened / rows - 1 / Math.sqrt(rows) / 2) : null,
        high: rows ? Math.min(1, happened / rows + 1 / Math.sqrt(rows) / 2) : null,
      };
    }),
    threshold: {
      says: 'A score below 40 warns.',
      score: 40,
      probability: 0.25,
      others: [
        { score: 10, ...counted(0, 0, 21, 279) },
        { score: 40, ...counted(12, 28, 9, 251) },
        { score: 60, ...counted(18, 70, 3, 209) },
      ],
    },
    warned: isUseful ? warned(12, 28, 9, 251) : warned(5, 35, 16, 244),
    segments: [
      slice('small', 'Small', isUseful ? 0.66 : 0.48, 5, 20, 6, 89),
      slice('mid', 'Mid-market', isUseful ? 0.81 : 0.52, 5, 6, 2, 102),
      slice('enterprise', 'Enterprise', null, 2, 2, 1, 60),
    ],
    stages: [
      slice('onboarding', 'Onboarding', isUseful ? 0.7 : 0.5, 4, 12, 3, 40),
      slice('adoption', 'Adoption', isUseful ? 0.78 : 0.5, 8, 16, 6, 211),
    ],
    skill: { useful: isUseful, sentence: verdictOf(auc).sentence },
    cautions: [],
    unmeasured: {},
  };
}

const figures = (auc: number) =>
  `AUC ${auc.toFixed(2)}, 95 % interval ${(auc - 0.07).toFixed(2)} to ${(auc + 0.07).toFixed(2)}`;

const verdictOf = (auc: number) =>
  auc > 0.65
    ? { useful: true, sentence: `Skill: ${figures(auc)}, where guessing gives 0.50.` }
    : { useful: false, sentence: `No useful skill: ${figures(auc)}, which guessing may give as well.` };

function counts(rows: number, happened: number): BacktestHorizon['test'] {
  const [from, to] = rows > 0 ? ['2026-04-06T00:00:00.000Z', '2026-07-27T00:00:00.000Z'] : [null, null];
  return { rows, accounts: rows, happened, outcomes: happened, baseRate: rows > 0 ? happened / rows : null, from, to };
}

function horizon(days: number, auc: number): BacktestHorizon {
  return {
    days,
    testFrom: '2026-04-06T00:00:00.000Z',
    training: counts(320, 30),
    test: counts(300, 21),
    between: 40,
    leftOut: { notYet: 3, gone: 12, unfinished: 60, noStart: 0 },
    predictors: [
      predictor('score', 'The health score', auc),
      predictor('equal-weights', 'Equal weights', auc - 0.04),
      predictor('logistic', 'Logistic regression', auc + 0.01),
    ],
    learned: null,
    adoption: {
      adopted: false,
      sentence: 'What was learned is not better than equal weights by more than chance. Equal weights stay.',
      outcomes: 60,
      baselineAuc: auc - 0.04,
      learnedAuc: auc + 0.01,
      difference: 0.05,
      low: -0.02,
      high: 0.12,
      predictor: null,
      candidates: [],
    },
    verdict: verdictOf(auc),
    cautions: [],
  };
}

function backtestOf(auc: number): BacktestReport {
  return {
    schema: 'hale.backtest/1',
    title: 'Lanewright',
    knownUntil: '2026-11-02T00:00:00.000Z',
    model: { id: 'b2b-saas', version: '5' },
    outcome: 'churned',
    every: 'week',
    cutOffs: ['2026-04-06T00:00:00.000Z', '2026-07-27T00:00:00.000Z'],
    accounts: 300,
    features: [],
    horizonDays: 90,
    horizons: [horizon(30, auc + 0.03), horizon(60, auc + 0.01), horizon(90, auc)],
    verdict: verdictOf(auc),
    cautions: [
      {
        code: 'undated-feature',
        severity: 'warn',
        sentence: 'plan has no date in 12 rows: nobody can say that it was so at the cut-off.',
      },
    ],
    weights: {
      proposal: {
        weights: [
          {
            id: 'adoption',
            label: 'Adoption',
            today: 35,
            proposed: 42.4,
            low: 31,
            high: 55,
            auc: area(0.74, 0.08),
            hasValue: true,
          },
          {
            id: 'service',
            label: 'Service',
            today: 20,
            proposed: 11.2,
            low: 2,
            high: 24,
            auc: area(0.51, 0.08),
            hasValue: false,
          },
        ],
        withoutValue: ['service'],
        outcomes: 61,
        today: { warned: warned(12, 28, 9, 251), tiers: {} },
        proposed: { warned: warned(13, 24, 8, 255), tiers: {} },
      },
      reason: null,
      later: null,
      advice: 'Keep today’s weights: what was learned is not better on the later rows by more than chance.',
    },
    feedback: { agree: 7, disagree: 2, latest: [] },
  };
}

/** A score that tells who leaves. */
export const skilled = (): BacktestReport => backtestOf(0.76);

/** One that does not. */
export const unskilled = (): BacktestReport => backtestOf(0.52);

/** A backtest for which there was nobody to look at. */
export function nothingKnown(): BacktestReport {
  const report = skilled();
  return {
    ...report,
    horizons: report.horizons.map((one) => ({ ...one, test: counts(0, 0), predictors: [], adoption: null })),
    verdict: { useful: false, sentence: 'No useful skill can be shown: there are no rows to measure on.' },
    weights: null,
    feedback: null,
  };
}
