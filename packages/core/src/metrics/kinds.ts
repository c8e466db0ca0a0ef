import { action } from './action.ts';
import { bands } from './bands.ts';
import { benchmark } from './benchmark.ts';
import { flag } from './flag.ts';
import type { Metric } from './forms.ts';
import type { MetricKind } from './metric-kind.ts';
import { range } from './range.ts';
import { recency } from './recency.ts';
import { sentiment } from './sentiment.ts';
import { tag } from './tag.ts';
import { target } from './target.ts';
import { trend } from './trend.ts';

export type { Metric };

/** The registry: every kind of metric there is, one line each. Its form has a line in `forms.ts`. */
const kinds = [range, bands, flag, recency, target, trend, benchmark, action, tag, sentiment] as const;

const byKind = new Map<Metric['kind'], unknown>(kinds.map((kind) => [kind.kind, kind]));

/** The names of all kinds. */
export const metricKinds = kinds.map(({ kind }) => kind);

/** The kind that answers for a metric. A parsed metric always has one. */
export const kindOf = (metric: Metric): MetricKind<Metric> =>
  // Sound because a kind is looked up by the very literal its schema demands.
  byKind.get(metric.kind satisfies (typeof kinds)[number]['kind']) as MetricKind<Metric>;
