import { sameVersion } from '@hale/core/report';
import { instant, items, number, text } from '../../ui/loose.ts';
import type { GivenReport, ScoreReading } from '../../ui/score-reading.ts';
import { type ForecastReading, readForecast } from './read-forecast.ts';

/** A score at a moment (ms since 1970), with the version of the model it was scored by; a null score is a gap. */
export interface TrendPoint {
  readonly at: number;
  readonly score: number | null;
  readonly version: string | null;
}

/** A point at which there was a score. */
export interface Observed extends TrendPoint {
  readonly score: number;
}

/** All that is said and drawn of a score over time. */
export interface TrendReading {
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  readonly observed: readonly Observed[];
  readonly first: Observed;
  readonly last: Observed;
  readonly low: Observed;
  readonly high: Observed;
  /** Stretches without data between observations. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** When data stopped before the end of the history; null when the last point has a score. */
  readonly stopped: number | null;
  /** Moments another version of the model took over. */
  readonly versions: readonly { readonly at: number; readonly version: string }[];
  /** The score to compare with; null when there is none. */
  readonly earlier: Observed | null;
  /** Where it is likely to go; null where nothing is said of it, and where data has stopped. */
  readonly forecast: ForecastReading | null;
}

/** Reads a report's history; null when no score was ever observed. What is wrong in it comes out as a gap or not at all. */
export function readTrend(report: GivenReport, reading: ScoreReading): TrendReading | null {
  const points = readPoints(report, reading);
  const observed = points.filter((p): p is Observed => p.score !== null);
  const [first] = observed;
  const last = observed[observed.length - 1];
  if (!first || !last) return null;
  const isStopped = points[points.length - 1]?.score === null;
  return {
    points,
    observed,
    first,
    last,
    low: observed.reduce((a, b) => (b.score < a.score ? b : a)),
    high: observed.reduce((a, b) => (b.score > a.score ? b : a)),
    gaps: readGaps(points),
    stopped: isStopped ? last.at : null,
    versions: points.flatMap(({ at, version }, i) => {
      const before = points[i - 1]?.version ?? null;
      return version !== null && before !== null && !sameVersion(version, before) ? [{ at, version }] : [];
    }),
    earlier: readEarlier(report),
    forecast: isStopped ? null : readForecast(report, last),
  };
}

function readPoints(report: GivenReport, { score, asOf }: ScoreReading): TrendPoint[] {
  const points: TrendPoint[] = [];
  for (const point of items(report.trend?.points, 2000)) {
    const at = instant(point.at);
    if (at !== null) points.push({ at, score: number(point.score, 0, 100), version: text(point.version, 30) });
  }
  if (points.every((p) => p.score === null) && score !== null && asOf !== null)
    return [{ at: asOf, score, version: null }];
  return points.sort((a, b) => a.at - b.at);
}

function readEarlier(report: GivenReport): Observed | null {
  const at = instant(report.trend?.earlier?.at);
  const score = number(report.trend?.earlier?.score, 0, 100);
  return at === null || score === null ? null : { at, score, version: null };
}

function readGaps(points: readonly TrendPoint[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let before: TrendPoint | null = null;
  let missing = false;
  for (const point of points) {
    if (point.score === null) {
      missing = true;
      continue;
    }
    if (before && missing) gaps.push({ from: before.at, to: point.at });
    before = point;
    missing = false;
  }
  return gaps;
}
