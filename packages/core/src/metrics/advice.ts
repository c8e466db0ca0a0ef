import type { Metric } from './forms.ts';
import type { MetricAdvice, ReadMeasure } from './metric-kind.ts';
import { recencyAdvice } from './recency.ts';
import { trendAdvice } from './trend.ts';

/** The kinds of metric that ask something of their measure, one line each, apart from what pages carry. */
const byKind: { readonly [K in Metric['kind']]?: MetricAdvice } = {
  trend: trendAdvice,
  recency: recencyAdvice,
};

/** What a metric's kind has to say of the measure it reads. */
export const adviceOf = ({ kind }: Metric, measure: ReadMeasure): ReturnType<MetricAdvice> =>
  byKind[kind]?.(measure) ?? null;
