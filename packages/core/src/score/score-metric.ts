import { missing as absent, type Observation } from '../measures/measure-kind.ts';
import { kindOf, type Metric } from '../metrics/kinds.ts';
import type { MissingPolicy } from '../metrics/metric-fields.ts';
import { clamp } from '../metrics/metric-kind.ts';
import { ago } from '../schema/time.ts';

/** What one metric makes of one observation. */
export interface ScoredMetric {
  readonly metric: Metric;
  readonly observation: Observation;
  /** `not-applicable`: observed, but the metric has nothing to say of it; neither its weight nor its absence counts. */
  readonly status: 'observed' | 'missing' | 'stale' | 'not-applicable';
  /** What stood in for a missing value; null when observed. */
  readonly missing: MissingPolicy | null;
  /** 0–100; null when it does not count. */
  readonly normalized: number | null;
  /** What it gives or costs in a group that adds points; null when it does not count there. */
  readonly given: number | null;
}

const standIn: Record<MissingPolicy, number | null> = { exclude: null, zero: 0, neutral: 50 };

/** Scores one observation as of `now` (milliseconds). A stale or unusable value is missing, never 0. */
export function scoreMetric(metric: Metric, observation: Observation, now: number, zone: string | null): ScoredMetric {
  const kind = kindOf(metric);
  const { value } = observation;
  const status = statusOf(metric, observation, now, zone);
  if (status === 'observed') {
    const score = kind.score(metric, value as number);
    const points = kind.points?.(metric, value as number);
    if (score === null) {
      const given = points === undefined ? null : held(metric, points);
      return { metric, observation, status: 'not-applicable', missing: null, normalized: null, given };
    }
    // Arithmetic on the largest numbers overflows; what comes of it is not a score.
    if (!Number.isFinite(score)) return scoreMetric(metric, absent, now, zone);
    const normalized = clamp(score);
    const given = held(metric, points ?? ((metric.weight ?? 1) * normalized) / 100);
    return { metric, observation, status, missing: null, normalized, given };
  }
  const missing = metric.missing ?? 'exclude';
  const normalized = standIn[missing];
  const [least, most] = boundsOf(metric);
  // As far up from the least it can give as the score it counts with is from 0.
  const given = normalized === null ? null : least + ((most - least) * normalized) / 100;
  return { metric, observation, status, missing, normalized, given };
}

function statusOf(
  metric: Metric,
  { value, at }: Observation,
  now: number,
  zone: string | null,
): Exclude<ScoredMetric['status'], 'not-applicable'> {
  if (value === null || !Number.isFinite(value)) return 'missing';
  const limit = staleAfterOf(metric);
  return limit !== undefined && at !== null && at < ago(now, limit, zone) ? 'stale' : 'observed';
}

/** After how long what a metric reads no longer counts. */
export const staleAfterOf = (metric: Metric): string | undefined =>
  metric.staleAfter ?? kindOf(metric).staleAfter?.(metric);

/** The least and the most points a metric can give in a group that adds points: none without weight. */
export const boundsOf = (metric: Metric): readonly [number, number] =>
  (metric.weight !== 0 && kindOf(metric).bounds?.(metric)) || [0, metric.weight ?? 1];

/** Points as a group that adds them takes them: no more and no less than the metric can give. */
function held(metric: Metric, points: number): number {
  const [least, most] = boundsOf(metric);
  return Math.min(most, Math.max(least, points));
}
