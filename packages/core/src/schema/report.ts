import * as z from 'zod/mini';
import { day, fraction, id, instant, label, list, percent, scalar, tone, unit, version, words } from './primitives.ts';
import { reportFormat } from './report-format.ts';

/** A named band of the scale. `from` belongs to it; the next tier's `from` does not. The last one includes 100. */
export const reportTier = z.object({ id, label, from: percent, tone });

/**
 * Why there is no score, as a code and an English sentence: nothing is observed, everything is and none of it applies to
 * the account, or too little is observed.
 */
export const noScore = z.object({ code: z.enum(['no-data', 'not-applicable', 'low-coverage']), sentence: words });

/** Numbers a measure was made of: `{ part: 41, whole: 60 }`, `{ now: 41, before: 56 }`. */
const parts = z.record(id, z.number());

/** The value in words, where the number is a code for something: `missed`. */
const said = z.optional(label);

/** How those are shown, where it is not as plain numbers. */
const partsUnit = z.optional(unit);

/** What one metric added to the score. Over the report, `points` sum to `score` exactly. */
export const contribution = z.object({
  id,
  /**
   * What gave the points, where it was no metric: what a group of metrics begins with, what holding a score to its
   * limits did, what a person set, or, for a parent account, one of its children.
   */
  role: z.optional(z.enum(['start', 'limit', 'override', 'account'])),
  /** Null where it is of the score as a whole. */
  dimension: z.nullable(id),
  /** The group inside the dimension that it is in. */
  group: z.optional(id),
  label,
  /** It holds what a person makes of the account: no view for the customer has it. */
  isJudgement: z.optional(z.literal(true)),
  /** Null where no measure was read. */
  measure: z.nullable(id),
  /** As read, before normalising; null when missing. */
  value: z.nullable(z.number()),
  unit,
  said,
  /** When it was observed; null when unknown or missing. */
  at: z.nullable(instant),
  parts: z.optional(parts),
  partsUnit,
  /** 0–100, higher is healthier; null when it does not count. */
  normalized: z.nullable(percent),
  /** Share of the whole score the model gives it, 0–1. */
  weight: fraction,
  /** Share in force after the weight of what is missing was handed to the rest, 0–1. */
  effectiveWeight: fraction,
  /** Points of the score, negative where it costs some; null when there is no score. */
  points: z.nullable(z.number()),
  /** The most points it could give, where that is not its share in force of 100: in groups that add points. */
  most: z.optional(z.number()),
  /**
   * Share in force and points of its dimension's own score, whatever the whole makes of that. Over a dimension, these
   * points sum to its score, rounded to the grid that all points lie on.
   */
  inDimension: z.optional(z.object({ weight: fraction, points: z.nullable(z.number()) })),
  /** `not-applicable`: observed, but the metric has nothing to say of such a value. */
  status: z.enum(['observed', 'missing', 'stale', 'not-applicable']),
  /** What stood in for a value that is missing or stale; null when observed. */
  missing: z.nullable(z.enum(['exclude', 'zero', 'neutral'])),
  sentence: words,
});

/** A named group of metrics and what it came to. */
export const reportDimension = z.object({
  id,
  label,
  weight: fraction,
  effectiveWeight: fraction,
  /** 0–100; null when nothing in it counts. */
  score: z.nullable(percent),
  points: z.nullable(z.number()),
  /** Share of its weight that was observed, 0–1. */
  coverage: fraction,
  /** How its metrics became one figure: "the worst decides". */
  method: z.optional(words),
  /** Groups inside it, each before those it holds. */
  groups: z.optional(list(z.object({ id, label, score: z.nullable(percent) }), 200)),
});

/**
 * Where the score is likely to be, as far as the account's own past tells. Only what this model says by itself is
 * forecast. For the vendor's own people: no view for the customer has it.
 */
export const reportForecast = z.object({
  /** How many days after `asOf` it tells of. */
  days: z.int().check(z.gte(1), z.lte(366)),
  /** How often the score is between `low` and `high`, 0–1. */
  confidence: fraction,
  /** Why there is none: code and English sentence. Null where there is one. */
  reason: z.nullable(
    z.object({
      code: z.enum(['no-score', 'set-by-hand', 'too-few-points', 'no-better-than-today']),
      sentence: words,
    }),
  ),
  /** Soonest first; none where there is a reason. */
  points: list(z.object({ at: instant, score: percent, low: percent, high: percent }), 366),
  /**
   * The weeks since `from` that it is made of, and how it did on them: from how many earlier weeks it was tried, and by how
   * many points it, and today's score carried on, were off at the end on average. Null where it could not be tried.
   */
  basis: z.nullable(
    z.object({ from: instant, weeks: z.number(), trials: z.number(), error: percent, errorAsToday: percent }),
  ),
});

/** The score over time, oldest first, today's last. A null score is a gap, not zero. */
export const trend = z.object({
  points: list(
    z.object({
      at: instant,
      score: z.nullable(percent),
      /** What the model said by itself, where a person had set the score. */
      computed: z.optional(z.nullable(percent)),
      version,
      /** Of each dimension, where it was kept. */
      dimensions: z.optional(z.record(id, z.nullable(percent))),
    }),
    2000,
  ),
  /** Days the change looks back over. */
  days: z.int().check(z.gte(1), z.lte(3660)),
  /** The computed score that long ago, with its date; null when there was none near enough. */
  earlier: z.nullable(z.object({ at: instant, score: percent })),
  /** Points that the computed score has gained or lost since `earlier`; null without it. What a person sets moves nothing. */
  change: z.nullable(z.number().check(z.gte(-100), z.lte(100))),
  direction: z.nullable(z.enum(['up', 'steady', 'down'])),
  /** Absent where the model asks for none. */
  forecast: z.optional(reportForecast),
});

/** One row of an activity grid: a user, a feature, a team. */
export const activityRow = z.object({
  id,
  label,
  /** Actions on each day; null where the day was not observed. */
  counts: list(z.nullable(z.number().check(z.gte(0))), 366),
  /** 1 on days a key feature was used. */
  key: z.optional(list(z.union([z.literal(0), z.literal(1)]), 366)),
});

/** The rows of one activity grid, the busiest first. */
export const activityGrid = z.object({
  /** The event property the rows are told apart by; `user` for people. */
  by: id,
  label,
  rows: list(activityRow, 200),
  /** Rows that exist and are not shown. */
  more: z.int().check(z.gte(0)),
});

/** Who, or what, was active on which day. Days are those of the model's time zone, UTC when it names none, from `start` on. */
export const activity = z.object({
  start: day,
  days: z.int().check(z.gte(1), z.lte(366)),
  grids: list(activityGrid, 10),
});

/** What made a rule fire: the value met, and the threshold it was held against. */
export const evidence = z.object({
  /** The measure or fact read. */
  subject: id,
  label,
  value: z.nullable(scalar),
  unit,
  said,
  at: z.nullable(instant),
  parts: z.optional(parts),
  partsUnit,
  is: z.enum(['lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'in', 'not-in', 'known']),
  threshold: z.union([scalar, list(scalar, 100)]),
  sentence: words,
});

/** A rule of the model that fired. A risk signal is shown as a risk flag. */
export const signal = z.object({
  id,
  label,
  effect: z.enum(['risk', 'growth']),
  severity: z.enum(['low', 'medium', 'high']),
  evidence: list(evidence, 20),
  /** Since when it has fired without a pause, as far as history goes: `asOf` where it is new. Null when unknown. */
  since: z.nullable(instant),
  playbook: z.nullable(id),
});

/** A segment, a stage or a level of maturity that an account is in, and why. */
export const reportGroup = z.object({
  id,
  label,
  because: list(evidence, 20),
  /** Those before it in the model's order whose rule could not be decided for want of data. */
  unsure: list(id, 50),
});

/** What a person has set in place of what was computed. */
export const reportOverride = z.object({
  score: z.nullable(percent),
  tier: z.nullable(id),
  /** A tier it names that the model does not have; it is not applied. */
  unknownTier: z.optional(id),
  reason: words,
  author: label,
  at: instant,
  /** Null where it holds until it is taken back. */
  expires: z.nullable(instant),
  /** What the model says by itself. */
  computed: z.object({ score: z.nullable(percent), tier: z.nullable(id) }),
});

/** Steps suggested, and the tiers and signals that suggested them. */
export const reportPlaybook = z.object({
  id,
  label,
  steps: list(words, 50),
  because: list(id, 100),
  /** Measures to watch while it runs. */
  follow: z.optional(list(z.object({ id, label, value: z.nullable(z.number()), unit, said }), 20)),
});

/**
 * What a trained predictor says may become of the account. For the vendor's own people: no view for the customer has it.
 */
export const reportPrediction = z.object({
  /** The kind of outcome: `churned`. */
  outcome: id,
  /** It tells of the `horizonDays` after the report's `asOf`. */
  horizonDays: z.number(),
  /** 0–1, with the 95 % interval that tells how well the weights are known. */
  probability: fraction,
  low: fraction,
  high: fraction,
  /** The features that moved it most, most first: log odds against an account that is average in them. */
  moved: list(z.object({ id, by: z.number() }), 20),
  /** When it was learned, from how many rows and accounts with the outcome, and how often it came among them, 0–1. */
  trained: z.object({ at: instant, rows: z.number(), outcomes: z.number(), baseRate: fraction }),
  /** How well it ranked later rows: AUC with its 95 % interval, 0–1, and how many rows. */
  did: z.object({ auc: fraction, low: fraction, high: fraction, rows: z.number() }),
});

/** All that is known of one account at one `asOf`. Plain JSON. */
export const report = z.object({
  schema: z.literal(reportFormat),
  account: z.object({ id, name: label }),
  asOf: instant,
  model: z.object({ id, version }),
  /** 0–100, higher is healthier; null with the reason beside it. */
  score: z.nullable(percent),
  reason: z.nullable(noScore),
  /**
   * Id of the tier the score is in, or of the one that a person has set, which there may be without a score. Null with
   * neither, and where the model has no tiers.
   */
  tier: z.nullable(id),
  /** Where the tier is held until the score has passed an edge by more: the tier the score alone would be in. */
  held: z.optional(z.nullable(id)),
  /** What was set by hand, with what was computed; null or absent for nothing. */
  override: z.optional(z.nullable(reportOverride)),
  segment: z.optional(z.nullable(reportGroup)),
  stage: z.optional(z.nullable(reportGroup)),
  maturity: z.optional(z.nullable(reportGroup)),
  /** The whole scale, worst first. */
  tiers: list(reportTier, 12),
  /** Share of the model's weight that was observed, 0–1. */
  coverage: fraction,
  minimumCoverage: fraction,
  /** The score if all that is missing turned out worst, or best. */
  possible: z.nullable(z.object({ low: percent, high: percent })),
  dimensions: list(reportDimension, 50),
  contributions: list(contribution, 500),
  trend,
  /** Null or absent where nothing is predicted. */
  prediction: z.optional(z.nullable(reportPrediction)),
  activity: z.nullable(activity),
  signals: list(signal, 200),
  playbooks: list(reportPlaybook, 100),
});

export type Report = z.infer<typeof report>;
export type Contribution = z.infer<typeof contribution>;
export type ReportDimension = z.infer<typeof reportDimension>;
export type ReportTier = z.infer<typeof reportTier>;
export type Trend = z.infer<typeof trend>;
export type Forecast = z.infer<typeof reportForecast>;
export type Activity = z.infer<typeof activity>;
export type ActivityRow = z.infer<typeof activityRow>;
export type Signal = z.infer<typeof signal>;
export type Evidence = z.infer<typeof evidence>;
export type ReportGroup = z.infer<typeof reportGroup>;
export type ReportOverride = z.infer<typeof reportOverride>;
export type ReportPrediction = z.infer<typeof reportPrediction>;
export type ReportPlaybook = z.infer<typeof reportPlaybook>;
