import { missing as absent, type Observation } from '../measures/measure-kind.ts';
import { kindOf, type Metric } from '../metrics/kinds.ts';
import { clamp, type MissingPolicy } from '../metrics/metric-kind.ts';
import { toMs } from '../schema/time.ts';

/** What one metric makes of one observation. */
export interface ScoredMetric {
  readonly metric: Metric;
  readonly observation: Observation;
  readonly status: 'observed' | 'missing' | 'stale';
  /** What stood in for a missing value; null when observed. */
  readonly missing: MissingPolicy | null;
  /** 0–100; null when it does not count. */
  readonly normalized: number | null;
}

const standIn: Record<MissingPolicy, number | null> = { exclude: null, zero: 0, neutral: 50 };

/** Scores one observation as of `now` (milliseconds). A stale or unusable value is missing, never 0. */
export function scoreMetric(metric: Metric, observation: Observation, now: number): ScoredMetric {
  const status = statusOf(metric, observation, now);
  if (status === 'observed') {
    const score = kindOf(metric).score(metric, observation.value as number);
    // Arithmetic on the largest numbers overflows; what comes of it is not a score.
    if (Number.isFinite(score)) return { metric, observation, status, missing: null, normalized: clamp(score) };
    return scoreMetric(metric, absent, now);
  }
  const missing = metric.missing ?? 'exclude';
  return { metric, observation, status, missing, normalized: standIn[missing] };
}

function statusOf({ staleAfter }: Metric, { value, at }: Observation, now: number): ScoredMetric['status'] {
  if (value === null || !Number.isFinite(value)) return 'missing';
  const isStale = staleAfter !== undefined && at !== null && at < now - toMs(staleAfter);
  return isStale ? 'stale' : 'observed';
}
