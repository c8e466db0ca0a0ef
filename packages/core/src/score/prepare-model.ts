import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { type Dimension, type Group, metricsOf } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { nominalShares } from './score-group.ts';
import type { ScoredMetric } from './score-metric.ts';

/** What of a model stays the same from one account to the next. */
export interface Prepared {
  readonly metrics: readonly { readonly metric: Metric; readonly measure: string; readonly dimension: Dimension }[];
  /** The score as a group without members, and with the dimensions as its groups. */
  readonly whole: Group;
  readonly all: Group;
  /** Weights by what does not apply, found once. */
  readonly weights: Map<string, readonly number[]>;
}

const ready = new WeakMap<ResolvedModel, Prepared>();

export function prepare(resolved: ResolvedModel): Prepared {
  const known = ready.get(resolved);
  if (known) return known;
  const { model, dimensions } = resolved;
  const whole: Group = { id: 'score', ...model.score, metrics: [] };
  const prepared = {
    metrics: dimensions.flatMap((dimension) =>
      metricsOf([dimension]).map((metric) => ({ metric, measure: measureIdOf(metric), dimension })),
    ),
    whole,
    all: { ...whole, metrics: dimensions.map((dimension) => ({ ...dimension, kind: 'group' as const })) },
    weights: new Map(),
  };
  ready.set(resolved, prepared);
  return prepared;
}

/** The score as a group, with the dimensions as its groups. */
export const wholeOf = (resolved: ResolvedModel): Group => prepare(resolved).all;

/** The metrics of a model in force, in its order, each with the measure it reads. */
export const metricsIn = (resolved: ResolvedModel): Prepared['metrics'] => prepare(resolved).metrics;

/** As many patterns of what does not apply as are kept of one model. */
const mostPatterns = 256;

export function weightsOf({ all, weights }: Prepared, metrics: readonly ScoredMetric[]): readonly number[] {
  // Of what is not yet due it is known that it gives no points where points are added; elsewhere it does not apply.
  const pattern = metrics
    .map(({ status, given }) => (status !== 'not-applicable' ? 1 : given === null ? 0 : 2))
    .join('');
  const known = weights.get(pattern);
  if (known) return known;
  const found = nominalShares({ ...all, method: 'weighted' }, (place, adds) => {
    const kind = pattern[place];
    return kind === '1' || (adds && kind === '2');
  });
  if (weights.size < mostPatterns) weights.set(pattern, found);
  return found;
}
