import * as z from 'zod/mini';
import { fraction, id, instant, label, list, percent, words } from '../schema/primitives.ts';

/** How many, 0 or more. */
export const count = z.int().check(z.gte(0));

/** 0–1; null where it cannot be said. */
export const share = z.nullable(fraction);

/** A list of no more than a document is to have. */
export const few = <T extends z.core.$ZodType>(item: T) => list(item, 200);

/** Whether something is of use, and the sentence that says so: `useful` false is "no useful skill". */
export const verdict = z.object({ useful: z.boolean(), sentence: words });

/** Something that makes a check worthless (`refuse`), or may (`warn`): the guard's name, and what it found. */
export const caution = z.object({ code: id, severity: z.enum(['refuse', 'warn']), sentence: words });

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

/** The AUC, 0–1, where 0.5 is guessing, with its 95 % interval: of a way to tell DeLong's, which takes rows as independent. */
export const area = z.object({
  value: fraction,
  low: fraction,
  high: fraction,
  standardError: z.number().check(z.gte(0)),
});

const counts = { truePositives: count, falsePositives: count, falseNegatives: count, trueNegatives: count };

/** Rows by whether there was a warning and whether the outcome came, and the shares that follow; null where none can be said. */
export const warned = z.object({
  ...counts,
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
export const slice = z.object({
  /** Null for those in none. */
  id: z.nullable(id),
  label,
  rows: count,
  accounts: count,
  happened: count,
  baseRate: share,
  /** Its interval is from draws of whole accounts. Null where there are too few of an outcome, with the reason. */
  auc: z.nullable(area),
  reason: z.nullable(words),
  warned,
});

/** What can be learned: logistic regression, discrete-time hazard, and BG/BB of weeks with and without activity. */
const learnedId = z.enum(['logistic', 'hazard', 'bg-bb']);

/** How one way to tell the outcome ahead did on the later rows, of which it had learned nothing. */
export const predictor = z.object({
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
  /** From (0, 0) to (1, 1), thinned; `threshold` is a probability, null for the one nothing reaches and where higher risks are not likelier. */
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
  threshold: z.object({
    says: words,
    score: z.nullable(percent),
    probability: share,
    /** Of a health score: what came, had scores below others warned, lowest first. */
    others: z.optional(few(z.object({ score: percent, ...counts }))),
  }),
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
  weights: list(z.object({ id, weight: z.number(), low: z.number(), high: z.number() }), 1000),
  /** Sentences of what the fit warns of. */
  warnings: few(words),
});

/** Whether to use what was learned in place of what needs no learning, by the later rows. */
export const adoption = z.object({
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
export const candidate = z.object({ id: learnedId, label, ...adoption.shape });

/** What came of all candidates: the figures are those of the one adopted, or, where none is, of the one that ranked best. */
const choice = z.object({
  ...adoption.shape,
  /** The one adopted; null where none is. */
  predictor: z.nullable(learnedId),
  candidates: few(candidate),
});

/** The check at one distance ahead. */
export const horizon = z.object({
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
