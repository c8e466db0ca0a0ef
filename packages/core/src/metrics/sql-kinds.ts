import { actionSql } from './action.ts';
import { bandsSql } from './bands.ts';
import { benchmarkSql } from './benchmark.ts';
import { flagSql } from './flag.ts';
import type { Metric } from './kinds.ts';
import type { MetricSql } from './metric-sql.ts';
import { rangeSql } from './range.ts';
import { recencySql } from './recency.ts';
import { sentimentSql } from './sentiment.ts';
import { tagSql } from './tag.ts';
import { targetSql } from './target.ts';
import { trendSql } from './trend.ts';

/** The SQL of every kind of metric, one line each; the compiler of types sees to it that none is left out. */
const sqlKinds: { readonly [K in Metric['kind']]: MetricSql<Extract<Metric, { kind: K }>> } = {
  range: rangeSql,
  bands: bandsSql,
  flag: flagSql,
  recency: recencySql,
  target: targetSql,
  trend: trendSql,
  benchmark: benchmarkSql,
  action: actionSql,
  tag: tagSql,
  sentiment: sentimentSql,
};

/** How a metric is scored in SQL. */
export const sqlOf = (metric: Metric): MetricSql<Metric> =>
  // Sound because it is looked up by the metric's own kind.
  sqlKinds[metric.kind] as MetricSql<Metric>;
