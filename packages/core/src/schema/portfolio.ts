import * as z from 'zod/mini';
import { day, fraction, id, instant, label, list, percent } from './primitives.ts';
import { reportTier } from './report.ts';

const count = z.int().check(z.gte(0));

/** The accounts of one segment, counted. */
export const portfolioSegment = z.object({
  /** Null for accounts that are in no segment. */
  id: z.nullable(id),
  /** The id is shown where absent. */
  label: z.optional(label),
  /** What puts an account in it, in a few words: `100–999 people`. */
  about: z.optional(label),
  /** How many are in each tier, by the tier's id; each tier is named, be it with 0. */
  counts: z.record(id, count),
  /** How many have no score, and so no tier. */
  unscored: count,
});

const amount = z.nullable(z.number().check(z.gte(0)));

/** One account as a table of many shows it. What is missing is null, and what is absent is not told. */
export const portfolioAccount = z.object({
  id,
  name: label,
  /** Id of its segment; null where it is in none. */
  segment: z.optional(z.nullable(id)),
  /** Where it is in the life of a customer, in words. */
  stage: z.optional(z.nullable(label)),
  score: z.nullable(percent),
  tier: z.nullable(id),
  /** A person has set the score or the tier. */
  isByHand: z.optional(z.literal(true)),
  coverage: z.optional(z.nullable(fraction)),
  /** Points gained or lost over four weeks. */
  change: z.optional(z.nullable(z.number().check(z.gte(-100), z.lte(100)))),
  /** The latest weekly scores, oldest first; null is a gap. */
  spark: z.optional(list(z.nullable(percent), 60)),
  /** How many risk signals fired, by severity. */
  risks: z.optional(z.object({ high: count, medium: count, low: count })),
  /** How many growth signals fired. */
  growth: z.optional(count),
  seats: z.optional(amount),
  activeUsers: z.optional(amount),
  yearlyValue: z.optional(amount),
  /** The day of the next renewal. */
  renewal: z.optional(z.nullable(day)),
});

/** How many accounts of each segment are in each tier. An account is in one segment, or in none. */
export const portfolioSummary = z
  .object({
    schema: z.literal('hale.portfolio/1'),
    asOf: instant,
    /** The whole scale, worst first. */
    tiers: list(reportTier, 12),
    /** In the order they are shown. */
    segments: list(portfolioSegment, 200),
    /** The accounts themselves, where they are listed. */
    accounts: z.optional(list(portfolioAccount, 20_000)),
    /** What yearly values are in: `EUR`. */
    currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  })
  .check((context) => {
    const { tiers, segments, accounts = [] } = context.value;
    const ids = new Set(segments.map((segment) => segment.id));
    const fault = (path: (string | number)[], code: string, message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path, params: { code }, message });
    if (ids.size < segments.length) fault(['segments'], 'duplicate-id', 'name each segment once');
    for (const [place, { counts }] of segments.entries()) {
      const isWhole =
        Object.keys(counts).length === tiers.length && tiers.every((tier) => Object.hasOwn(counts, tier.id));
      if (isWhole) continue;
      const named = tiers.map((tier) => tier.id).join(', ');
      fault(['segments', place, 'counts'], 'unlike-tiers', `have a count for each tier and for nothing else: ${named}`);
    }
    const known = new Set([null, ...tiers.map((tier) => tier.id)]);
    const met = new Set<string>();
    for (const [place, { id, tier }] of accounts.entries()) {
      if (!known.has(tier)) fault(['accounts', place, 'tier'], 'unknown-tier', 'be one of the tiers, or null');
      if (met.has(id)) fault(['accounts', place, 'id'], 'duplicate-id', 'be of one account only');
      met.add(id);
    }
  });

export type PortfolioAccount = z.infer<typeof portfolioAccount>;
export type PortfolioSegment = z.infer<typeof portfolioSegment>;
export type PortfolioSummary = z.infer<typeof portfolioSummary>;
