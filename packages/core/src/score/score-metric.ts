import { missing as absent, type Observation } from '../measures/measure-kind.ts';
import { kindOf, type Metric } from '../metrics/kinds.ts';
import type { MissingPolicy } from '../metrics/metric-fields.ts';
import { clamp } from '../metrics/metric-kind.ts';
import { ago } from '../schema/time.ts';
import { withoutDust } from '../stats/without-dust.ts';
import { weightOf } from './weight.ts';

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
  const status = statusOf(metric, observation, now, zone);
  if (status !== 'observed') return scored(metric, observation, status, standInOf(metric));
  const score = kindOf(metric).score(metric, observation.value as number);
  if (score === null) return scored(metric, observation, 'not-applicable', null);
  // Arithmetic on the largest numbers overflows; what comes of it is not a score.
  if (!Number.isFinite(score)) return scoreMetric(metric, absent, now, zone);
  // Next to nothing is nothing, as in databases that refuse to make it smaller still.
  return scored(metric, observation, status, clamp(withoutDust(score)));
}

/** What a metric comes to whose status and score are known. */
export function scored(
  metric: Metric,
  observation: Observation,
  status: ScoredMetric['status'],
  normalized: number | null,
): ScoredMetric {
  const isSeen = status === 'observed' || status === 'not-applicable';
  const missing = isSeen ? null : (metric.missing ?? 'exclude');
  return { metric, observation, status, missing, normalized, given: givenOf(metric, observation, isSeen, normalized) };
}

/** What a metric counts with while its value is missing; null when it does not count. */
export const standInOf = (metric: Metric): number | null => standIn[metric.missing ?? 'exclude'];

function givenOf(metric: Metric, { value }: Observation, isSeen: boolean, normalized: number | null): number | null {
  const [least, most] = boundsOf(metric);
  const points = isSeen ? kindOf(metric).points?.(metric, value as number) : undefined;
  if (points !== undefined) return Math.min(most, Math.max(least, points));
  if (normalized === null) return null;
  if (isSeen) return (weightOf(metric) * normalized) / 100;
  // As far up from the least it can give as the score it counts with is from 0.
  return least + ((most - least) * normalized) / 100;
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
  (metric.weight !== 0 && kindOf(metric).bounds?.(metric)) || [0, weightOf(metric)];
