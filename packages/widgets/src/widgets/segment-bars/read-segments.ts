import { apportion, type PortfolioSummary } from '@hale/core/report';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import { readScore, type Tier } from '../../ui/score-reading.ts';

/** A counted portfolio as it comes to the widget: from the page, or from an address, in whatever shape. */
export type GivenPortfolio = Loose<PortfolioSummary>;

/** One segment: how many accounts are in each tier and, last, how many have no score. */
export interface SegmentReading {
  /** Null for accounts in no segment. */
  readonly label: string | null;
  readonly about: string | null;
  /** Null where it is not told, which is not 0. */
  readonly counts: readonly (number | null)[];
  /** Null where a count is not told. */
  readonly total: number | null;
  /** Whole hundredths of the total that add up to 100; null without a total. */
  readonly shares: readonly number[] | null;
}

/** All segments with one scale, and what they come to. */
export interface PortfolioReading {
  /** ms since 1970. */
  readonly asOf: number | null;
  /** Worst first. */
  readonly tiers: readonly Tier[];
  readonly segments: readonly SegmentReading[];
  readonly all: SegmentReading;
}

/** More accounts than anybody has. */
const bound = 1e9;

/** Reads a counted portfolio. What is absent or wrong comes out as null, never as 0; it does not throw. */
export function readSegments(given: GivenPortfolio, lang?: string): PortfolioReading {
  const seen = new Set<string>();
  const tiers = readScore({ tiers: given.tiers }, lang).tiers.filter(({ id }) => !seen.has(id) && seen.add(id));
  const segments = items(given.segments, 200).map((segment): SegmentReading => {
    const named = text(segment.label, 120) ?? text(segment.id, 120);
    const own = segment.counts;
    const counts = tiers.map(({ id }) =>
      own !== null && typeof own === 'object' && Object.hasOwn(own, id) ? count(own[id]) : null,
    );
    return summed(named, text(segment.about, 120), [...counts, count(segment.unscored)]);
  });
  const sums = [...tiers, null].map((_, place) => sum(segments.map(({ counts }) => counts[place] ?? null)));
  return { asOf: instant(given.asOf), tiers, segments, all: summed(null, null, sums) };
}

function summed(label: string | null, about: string | null, counts: readonly (number | null)[]): SegmentReading {
  const total = sum(counts);
  const shares = total
    ? apportion(
        counts.map((one) => ((one ?? 0) / total) * 100),
        100,
      )
    : null;
  return { label, about, counts, total, shares };
}

function count(value: unknown): number | null {
  const given = number(value, 0, bound);
  return given !== null && Number.isInteger(given) ? given : null;
}

const sum = (counts: readonly (number | null)[]): number | null =>
  counts.reduce((total, one) => (total === null || one === null ? null : total + one), 0);
