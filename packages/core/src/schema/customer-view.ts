import * as z from 'zod/mini';
import { fraction, id, instant, label, list, percent, unit, version, words } from './primitives.ts';
import { activity, activityGrid, activityRow } from './report.ts';

/** The name and version of the shape of a customer's view. A reader refuses any other. */
export const customerFormat = 'hale.customer/1';

/** What one metric, or all that are not named, gave of the customer's score. Over the view, `points` sum to `score` exactly. */
const customerContribution = z.strictObject({
  id,
  /** What gave the points, where it was no metric: what the method begins with, holding to its limits, or all the rest. */
  role: z.optional(z.enum(['start', 'limit', 'rest'])),
  label,
  value: z.nullable(z.number()),
  unit,
  /** The value in words, where the number is a code for something: `missed`. */
  said: z.optional(label),
  at: z.nullable(instant),
  normalized: z.nullable(percent),
  /** Share of the customer's score that it decides, 0–1. */
  weight: fraction,
  points: z.nullable(z.number()),
  status: z.enum(['observed', 'missing', 'stale', 'not-applicable']),
  sentence: words,
});

/** The customer's score over time, oldest first. A null score is a gap, not zero. */
const customerTrend = z.strictObject({
  points: list(
    z.strictObject({
      at: instant,
      score: z.nullable(percent),
      /** Counts up from 1 with each other way that scores came to be made in; never the version of the model. */
      version,
    }),
    2000,
  ),
  days: z.int().check(z.gte(1), z.lte(3660)),
  earlier: z.nullable(z.strictObject({ at: instant, score: percent })),
  change: z.nullable(z.number().check(z.gte(-100), z.lte(100))),
});

/** Who, or what, was active on which day: the grids that the customer may see. */
const customerActivity = z.strictObject({
  ...activity.shape,
  grids: list(z.strictObject({ ...activityGrid.shape, rows: list(z.strictObject(activityRow.shape), 200) }), 10),
});

/**
 * What a customer is shown of itself: one dimension as its own score. Strict, since whatever is not named here has no
 * business in it: anything more is another version.
 */
export const customerView = z.strictObject({
  schema: z.literal(customerFormat),
  account: z.strictObject({ id, name: label }),
  asOf: instant,
  /** What the score is of, in words for the customer. */
  title: label,
  /** 0–100, higher is better; null with the reason beside it. */
  score: z.nullable(percent),
  reason: z.nullable(z.strictObject({ code: z.enum(['no-data', 'not-applicable', 'low-coverage']), sentence: words })),
  /** Share of it that was observed, 0–1; null where that is not shown. */
  coverage: z.nullable(fraction),
  /** Null where they are not shown, as with the trend and the activity. */
  contributions: z.nullable(list(customerContribution, 501)),
  trend: z.nullable(customerTrend),
  activity: z.nullable(customerActivity),
});

export type CustomerView = z.infer<typeof customerView>;
