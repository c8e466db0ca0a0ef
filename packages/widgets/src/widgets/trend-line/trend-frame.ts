/** Where things stand in a trend line of some width, in px; time runs left to right here, and is mirrored when drawn. */
export interface TrendFrame {
  readonly width: number;
  readonly height: number;
  /** Ends of the time axis. */
  readonly left: number;
  readonly right: number;
  /** Where 100 and 0 are. */
  readonly top: number;
  readonly bottom: number;
  /** Where the tier scale stands; null for a spark, which has none. */
  readonly axis: number | null;
  /** Whether the edges and the months are labelled. */
  readonly labelled: boolean;
  /** Whether changes of the model are marked. */
  readonly versions: boolean;
  /** Whether flags stand on a baseline. */
  readonly lane: boolean;
}

/** Widths, in px, from which a trend line has more to say. */
export const trendWidths = { plot: 240, labelled: 280, versions: 440, lane: 700 } as const;

const now = 10;

/** The frame for a container `width` px wide whose last label is `labelWidth` px wide; `reaches` says which widths it has. */
export function trendFrame(
  width: number,
  labelWidth: number,
  reaches: (from: number) => boolean = (from) => width >= from,
): TrendFrame {
  const right = width - Math.max(34, labelWidth + now);
  const labelled = reaches(trendWidths.labelled);
  const versions = reaches(trendWidths.versions);
  const lane = reaches(trendWidths.lane);
  const common = { width, right, labelled, versions, lane };
  if (!reaches(trendWidths.plot)) {
    return { ...common, height: 34, left: 3, right: width - 4, top: 3, bottom: 31, axis: null };
  }
  if (!labelled) return { ...common, height: 112, left: 14, top: 8, bottom: 106, axis: 2 };
  const height = lane ? 240 : versions ? 176 : 150;
  return { ...common, height, left: 50, top: versions ? 18 : 8, bottom: height - 22, axis: 38 };
}

/** The range a spark shows: all that was observed, but never fewer than 24 points, so that noise does not look like news. */
export function sparkRange(low: number, high: number): { low: number; high: number } {
  const middle = Math.min(88, Math.max(12, (low + high) / 2));
  return { low: Math.min(low, middle - 12), high: Math.max(high, middle + 12) };
}
