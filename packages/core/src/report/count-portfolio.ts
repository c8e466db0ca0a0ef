import { given, HealthError } from '../errors.ts';
import type { PortfolioSegment, PortfolioSummary } from '../schema/portfolio.ts';
import type { Report } from '../schema/report.ts';

/** What is counted of a report. */
export type CountedReport = Pick<Report, 'tier' | 'segment'>;

/** When a portfolio is counted, the whole scale worst first, and its segments in the order they are shown. */
export interface CountOptions extends Pick<PortfolioSummary, 'asOf' | 'tiers'> {
  /** Shown even where nobody is in them; segments met beside them follow. */
  readonly segments?: readonly Pick<PortfolioSegment, 'id' | 'label' | 'about'>[];
}

/**
 * How many of the reports are in each tier, by segment; those in no segment come last, where there are any. Throws a
 * HealthError for a report whose tier is none of `tiers`.
 */
export function countPortfolio(
  reports: Iterable<CountedReport>,
  { asOf, tiers, segments = [] }: CountOptions,
): PortfolioSummary {
  const found = new Map<string | null, { named: Omit<PortfolioSegment, 'counts' | 'unscored'>; counts: number[] }>();
  const place = (named: Omit<PortfolioSegment, 'counts' | 'unscored'>) => {
    const known = found.get(named.id) ?? { named, counts: new Array(tiers.length + 1).fill(0) };
    found.set(named.id, known);
    return known.counts;
  };
  for (const segment of segments) if (segment.id !== null) place(segment);
  let index = 0;
  for (const { tier, segment } of reports) {
    const at = tier === null ? tiers.length : tiers.findIndex(({ id }) => id === tier);
    if (at < 0) {
      const path = `reports[${index}].tier`;
      const known = tiers.map(({ id }) => id).join(', ');
      throw new HealthError({
        code: 'unknown-tier',
        path,
        message: `${path} must be one of ${known}, not ${given(tier)}.`,
      });
    }
    const counts = place(segment ? { id: segment.id, label: segment.label } : { id: null });
    counts[at] = (counts[at] ?? 0) + 1;
    index += 1;
  }
  const rows = [...found.values()].sort((a, b) => Number(a.named.id === null) - Number(b.named.id === null));
  return {
    schema: 'hale.portfolio/1',
    asOf,
    tiers: [...tiers],
    segments: rows.map(({ named, counts }) => ({
      ...named,
      counts: Object.fromEntries(tiers.map(({ id }, at) => [id, counts[at] ?? 0])),
      unscored: counts[tiers.length] ?? 0,
    })),
  };
}
