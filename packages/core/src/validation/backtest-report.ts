import * as z from 'zod/mini';
import { outcome } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { id, instant, label, list, version, words } from '../schema/primitives.ts';
import {
  adoption,
  area,
  type candidate,
  caution,
  count,
  few,
  horizon,
  type predictor,
  share,
  type slice,
  verdict,
  warned,
} from './horizon-form.ts';
import { mostFeatures } from './predictor-document.ts';

/** The name and version of the shape of a backtest. A reader refuses any other major version. */
export const backtestFormat = 'hale.backtest/1';

/** Warnings right and wrong in rows, of which the proposed weights were learned, and accounts in each tier as of their last. */
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
          /** How well the dimension alone tells the outcome ahead, a low one being the risk; by draws of whole accounts. */
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
  features: list(
    z.object({
      id,
      /** 1 where more of it is expected to make the outcome likelier, −1 where less does, 0 where nobody says. */
      direction: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
      /** The share of all rows in which it is missing, 0–1. */
      missing: share,
    }),
    mostFeatures,
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
