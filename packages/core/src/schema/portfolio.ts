import * as z from 'zod/mini';
import { id, instant, label, list } from './primitives.ts';
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

/** How many accounts of each segment are in each tier. An account is in one segment, or in none. */
export const portfolioSummary = z
  .object({
    schema: z.literal('hale.portfolio/1'),
    asOf: instant,
    /** The whole scale, worst first. */
    tiers: list(reportTier, 12),
    /** In the order they are shown. */
    segments: list(portfolioSegment, 200),
  })
  .check((context) => {
    const { tiers, segments } = context.value;
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
  });

export type PortfolioSegment = z.infer<typeof portfolioSegment>;
export type PortfolioSummary = z.infer<typeof portfolioSummary>;
