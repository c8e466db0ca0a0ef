import { instant, items, number } from '../../ui/loose.ts';
import type { GivenReport } from '../../ui/score-reading.ts';

/** Where the score is likely to be at a moment (ms since 1970). */
export interface Foreseen {
  readonly at: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** What a report foresees of its score. */
export interface ForecastReading {
  /** Soonest first; empty where there is a reason. */
  readonly points: readonly Foreseen[];
  /** How often the score is between low and high, 0–1. */
  readonly confidence: number;
  /** Why nothing is foreseen. */
  readonly reason: 'set-by-hand' | 'too-few-points' | 'no-better-than-today' | null;
}

const reasons = ['set-by-hand', 'too-few-points', 'no-better-than-today'] as const;
const year = 366 * 86_400_000;

/**
 * Reads what a report foresees after its last score; null where it says nothing of it. A point that lies in the past or
 * more than a year on, is off the scale or outside its own interval is not told at all.
 */
export function readForecast(report: GivenReport, last: { readonly at: number }): ForecastReading | null {
  const given = report.trend?.forecast;
  const confidence = number(given?.confidence, 0, 1);
  if (!given || confidence === null) return null;
  const points = items(given.points, 366).flatMap((point): Foreseen[] => {
    const at = instant(point.at);
    const [low, score, high] = [number(point.low, 0, 100), number(point.score, 0, 100), number(point.high, 0, 100)];
    const isLater = at !== null && at > last.at && at <= last.at + year;
    return isLater && low !== null && score !== null && high !== null && low <= score && score <= high
      ? [{ at, score, low, high }]
      : [];
  });
  const reason = reasons.find((code) => code === given.reason?.code) ?? null;
  return points.length > 0 || reason ? { points: points.sort((a, b) => a.at - b.at), confidence, reason } : null;
}
