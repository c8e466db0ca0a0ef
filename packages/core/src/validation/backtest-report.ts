import * as z from 'zod/mini';
import { outcome } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { fraction, id, instant, label, list, percent, version, words } from '../schema/primitives.ts';

/** The name and version of the shape of a backtest. A reader refuses any other major version. */
export const backtestFormat = 'hale.backtest/1';

const count = z.int().check(z.gte(0));
const share = z.nullable(fraction);
const few = <T extends z.core.$ZodType>(item: T) => list(item, 200);

/** Whether something is of use, and the sentence that says so: `useful` false is "no useful skill". */
const verdict = z.object({ useful: z.boolean(), sentence: words });

/** Something that makes a check worthless (`refuse`), or may (`warn`): the guard's name, and what it found. */
const caution = z.object({ code: id, severity: z.enum(['refuse', 'warn']), sentence: words });

/** How many rows, one for each account and cut-off, and what became of them. */
const rowCounts = z.object({
  rows: count,
  /** Different accounts among them. */
  accounts: count,
  /** Rows in which the outcome came within the horizon. */
  happened: count,
  /** Different accounts to which it came. */
  outcomes: count,
  /** happened / rows, 0–1; null without rows. */
  baseRate: share,
  /** The first and the last cut-off; null without rows. */
  from: z.nullable(instant),
  to: z.nullable(instant),
});

/** The AUC, 0–1, where 0.5 is guessing: DeLong's 95 % interval, which takes rows as independent. */
const area = z.object({ value: fraction, low: fraction, high: fraction, standardError: z.number().check(z.gte(0)) });

/** Rows by whether there was a warning and whether the outcome came, and the shares that follow; null where none can be said. */
const warned = z.object({
  truePositives: count,
  falsePositives: count,
  falseNegatives: count,
  trueNegatives: count,
  /** False positives / rows without the outcome, 0–1. */
  falsePositiveRate: share,
  /** False negatives / rows with the outcome, 0–1. */
  falseNegativeRate: share,
  /** True positives / rows warned of, 0–1. */
  precision: share,
  /** True positives / rows with the outcome, 0–1. */
  recall: share,
  /** Matthews correlation, −1…1. */
  matthewsCorrelation: z.nullable(z.number().check(z.gte(-1), z.lte(1))),
});

/** The accounts of one segment or stage, as they were at each cut-off. */
const slice = z.object({
  /** Null for those in none. */
  id: z.nullable(id),
  label,
  rows: count,
  accounts: count,
  happened: count,
  baseRate: share,
  /** Null where there are too few of an outcome, with the reason. */
  auc: z.nullable(area),
  reason: z.nullable(words),
  warned,
});

/** What can be learned: logistic regression, discrete-time hazard, and BG/BB of weeks with and without activity. */
const learnedId = z.enum(['logistic', 'hazard', 'bg-bb']);

/** How one way to tell the outcome ahead did on the later rows, of which it had learned nothing. */
const predictor = z.object({
  /** `score` is today's health score, `equal-weights` needs no learning, the others are learned. */
  id: z.enum(['score', 'equal-weights', ...learnedId.options]),
  label,
  /** What it is, in a sentence. */
  explains: words,
  /** Rows it had something to say of, and in how many of them the outcome came: those without a score are in neither. */
  rows: count,
  happened: count,
  auc: z.nullable(area),
  /** The 95 % interval of the AUC from draws of whole accounts; rows of an account depend on each other. */
  aucByAccount: z.nullable(z.object({ low: fraction, high: fraction, draws: count })),
  averagePrecision: share,
  /** Mean squared error of the probabilities, 0–1, lower is better. */
  brier: share,
  /** 1 − Brier / Brier of always saying the base rate of the training; 0 and below is no skill. */
  brierSkill: z.nullable(z.number().check(z.lte(1))),
  /** In nats, lower is better. */
  logLoss: z.nullable(z.number().check(z.gte(0))),
  /** Mean distance of probability and rate over 10 bands of equal width, 0–1. */
  calibrationError: share,
  /** Kolmogorov–Smirnov: the greatest distance between the shares of both outcomes, 0–1. */
  separation: share,
  /** The share of rows called on, riskiest first; how many times the base rate they hold; and which share of the outcomes. */
  lift: few(z.object({ share: fraction, lift: z.nullable(z.number().check(z.gte(0))), captured: share })),
  /** From (0, 0) to (1, 1), thinned; `threshold` is a probability, null for the one nothing reaches. */
  roc: few(z.object({ threshold: z.nullable(fraction), falsePositiveRate: fraction, truePositiveRate: fraction })),
  /** Bands of probability; all but their edges and `rows` are null where they are empty. */
  reliability: few(
    z.object({
      from: fraction,
      to: fraction,
      rows: count,
      happened: count,
      predicted: share,
      observed: share,
      /** Wilson's 95 % interval of `observed`. */
      low: share,
      high: share,
    }),
  ),
  /** What warns, in words, and as a health score (`score` only) or a probability. */
  threshold: z.object({ says: words, score: z.nullable(percent), probability: share }),
  warned,
  segments: few(slice),
  stages: few(slice),
  skill: verdict,
  cautions: few(caution),
  /** Why figures are null: their names and a sentence of each. */
  unmeasured: z.record(id, words),
});

/** What the logistic regression learned from the earlier rows, on columns of mean 0 and standard deviation 1. */
const learned = z.object({
  lambda: z.number().check(z.gte(0)),
  rows: count,
  outcomes: count,
  /** What was added to all log odds, so that their mean is the rate seen lately. */
  shift: z.number(),
  /** Log odds for each standard deviation, with their 95 % interval; those above 0 make the outcome likelier. */
  weights: few(z.object({ id, weight: z.number(), low: z.number(), high: z.number() })),
  /** Sentences of what the fit warns of. */
  warnings: few(words),
});

/** Whether to use what was learned in place of what needs no learning, by the later rows. */
const adoption = z.object({
  adopted: z.boolean(),
  sentence: words,
  /** Different accounts with the outcome among the rows learned from; 50 are needed. */
  outcomes: count,
  baselineAuc: share,
  learnedAuc: share,
  /** learned − baseline, with its 95 % interval from draws of whole accounts. */
  difference: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
});

/** One learned predictor's claim to be used in place of equal weights, by the same rule for each. */
const candidate = z.object({ id: learnedId, label, ...adoption.shape });

/** What came of all candidates: the figures are those of the one adopted, or, where none is, of the one that ranked best. */
const choice = z.object({
  ...adoption.shape,
  /** The one adopted; null where none is. */
  predictor: z.nullable(learnedId),
  candidates: few(candidate),
});

/** The check at one distance ahead. */
const horizon = z.object({
  days: z.number().check(z.gt(0)),
  /** Where the test begins; null where no day leaves rows on both sides. */
  testFrom: z.nullable(instant),
  training: rowCounts,
  test: rowCounts,
  /** Rows in neither, since their horizon reaches into the time of the test. */
  between: count,
  /** Pairs of account and cut-off that are no rows, by why. */
  leftOut: z.object({ notYet: count, gone: count, unfinished: count, noStart: count }),
  predictors: few(predictor),
  learned: z.nullable(learned),
  adoption: z.nullable(choice),
  /** Of the score, or of equal weights where no model was given. */
  verdict,
  cautions: few(caution),
});

/** Warnings right and wrong in rows, and accounts in each tier as of their last row, under some weights. */
const effect = z.object({ warned, tiers: z.record(id, count) });

/** Weights for the dimensions, learned from outcomes; a person decides. */
const weights = z.object({
  /** Null where none can be proposed, with the reason. */
  proposal: z.nullable(
    z.object({
      weights: few(
        z.object({
          id,
          label,
          /** On the scale of the model. */
          today: z.number().check(z.gte(0)),
          proposed: z.number().check(z.gte(0)),
          /** Where draws of whole accounts put it, 95 %. */
          low: z.number(),
          high: z.number(),
          /** How well the dimension alone tells the outcome ahead, a low one being the risk. */
          auc: z.nullable(area),
          /** Whether that is better than guessing; null where it could not be said. */
          hasValue: z.nullable(z.boolean()),
        }),
      ),
      /** Ids of dimensions that tell the outcome no better than guessing. */
      withoutValue: few(id),
      outcomes: count,
      today: effect,
      proposed: effect,
    }),
  ),
  reason: z.nullable(words),
  /** Whether weights learned from the earlier rows rank the later ones better than today's do. */
  later: z.nullable(adoption),
  /** What a person might do: keep or change, and why. */
  advice: words,
});

/** What people said of scores. */
const feedback = z.object({
  agree: count,
  disagree: count,
  /** The newest first. `happened`: whether the outcome came within the horizon after; null while nobody knows. */
  latest: few(
    z.object({
      account: id,
      at: instant,
      says: z.enum(['agree', 'disagree']),
      why: z.nullable(words),
      happened: z.nullable(z.boolean()),
    }),
  ),
});

/** What is needed to make it again. */
const made = z.object({
  /** The program, with its version. */
  program: label,
  /** What it was made from, as it was named: files, a database. */
  files: few(words),
  /** Of the draws behind intervals: their seed, and how many there were. */
  seed: z.int(),
  draws: count,
});

/** How often scores and predictions were right about what came after. Plain JSON. */
export const backtestReport = z.object({
  schema: z.literal(backtestFormat),
  /** Whose data it is of, for people. */
  title: label,
  /** Outcomes are known up to this instant. */
  knownUntil: instant,
  /** The model whose score is checked; null where only predictors are. */
  model: z.nullable(z.object({ id, version })),
  outcome: outcome.shape.kind,
  every: z.enum(['week', 'month']),
  cutOffs: list(instant, 6000),
  /** Different accounts looked at. */
  accounts: count,
  features: few(
    z.object({
      id,
      /** 1 where more of it is expected to make the outcome likelier, −1 where less does, 0 where nobody says. */
      direction: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
      /** The share of all rows in which it is missing, 0–1. */
      missing: share,
    }),
  ),
  /** The distance ahead that the verdict is about, in days: one of `horizons`. */
  horizonDays: z.number().check(z.gt(0)),
  /** Nearest first. */
  horizons: few(horizon),
  verdict,
  /** Of the data as a whole. */
  cautions: few(caution),
  /** Null without a model. */
  weights: z.nullable(weights),
  /** Null where nobody said anything. */
  feedback: z.nullable(feedback),
  /** Absent where whoever made it does not say. */
  made: z.optional(made),
});

export type BacktestReport = z.infer<typeof backtestReport>;
export type BacktestHorizon = z.infer<typeof horizon>;
export type BacktestCandidate = z.infer<typeof candidate>;
export type BacktestPredictor = z.infer<typeof predictor>;
export type BacktestSlice = z.infer<typeof slice>;
export type BacktestWarned = z.infer<typeof warned>;
export type BacktestWeights = z.infer<typeof weights>;

/** Takes a backtest from outside. Throws a HealthError that names what is wrong; unknown keys are dropped. */
export const parseBacktest = (value: unknown): BacktestReport => parse(backtestReport, value, 'the backtest');
