import { missing, type Observation } from '../measures/measure-kind.ts';
import type { Model } from '../model/define-model.ts';
import type { Dimension } from '../model/model.ts';
import { exactPoints } from '../stats/exact-points.ts';
import { type ScoredMetric, scoreMetric } from './score-metric.ts';

/** A metric's part in the score. Weights are shares of the whole, 0–1. */
export interface Scored extends ScoredMetric {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly effectiveWeight: number;
  /** Points of the score; null when there is none. */
  readonly points: number | null;
}

/** A dimension's part in the score. */
export interface ScoredDimension {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly effectiveWeight: number;
  /** 0–100; null when nothing in it counts. */
  readonly score: number | null;
  readonly points: number | null;
  readonly coverage: number;
}

/** A score, and all it was made of. */
export interface AccountScore {
  /** 0–100, or null: see `reason`. The sum of the contributions' points, exactly. */
  readonly score: number | null;
  readonly reason: 'no-data' | 'low-coverage' | null;
  /** Share of the weight that was observed, 0–1. */
  readonly coverage: number;
  /** The score if all that is missing turned out worst, or best; null when nothing was observed. */
  readonly possible: { readonly low: number; readonly high: number } | null;
  readonly contributions: readonly Scored[];
  readonly dimensions: readonly ScoredDimension[];
}

/** Coverage is compared with its minimum to this tolerance, so that 0.1 + 0.2 + 0.2 meets 0.5. */
const tolerance = 1e-12;

export const defaultMinimumCoverage = 0.5;

/**
 * Scores an account from its observations, by measure id, as of `now` (milliseconds).
 * The weight of what is missing goes to its neighbours: first within its dimension, then, where a whole
 * dimension is missing, to the other dimensions.
 */
export function scoreAccount(model: Model, observations: ReadonlyMap<string, Observation>, now: number): AccountScore {
  const groups = model.dimensions.map((dimension) => {
    const metrics = dimension.metrics.map((metric) =>
      scoreMetric(metric, observations.get(metric.measure) ?? missing, now),
    );
    return { dimension, metrics, all: sum(metrics, weightOf), counting: sum(metrics.filter(counts), weightOf) };
  });
  const total = sum(groups, ({ dimension }) => dimension.weight);
  const counting = sum(
    groups.filter((group) => group.counting > 0),
    ({ dimension }) => dimension.weight,
  );

  const weighed = groups.flatMap(({ dimension, metrics, all, counting: within }) =>
    metrics.map((scored) => ({
      ...scored,
      dimension,
      weight: share(dimension.weight, total) * share(weightOf(scored), all),
      effectiveWeight: counts(scored) ? share(dimension.weight, counting) * share(weightOf(scored), within) : 0,
    })),
  );

  const observed = weighed.filter(({ status }) => status === 'observed');
  const coverage = Math.min(
    1,
    sum(observed, ({ weight }) => weight),
  );
  const reason = reasonFor(coverage, model.minimumCoverage ?? defaultMinimumCoverage, counting > 0);
  const score = reason ? null : weigh(weighed);
  const contributions = weighed.map((scored, index) => ({ ...scored, points: score?.points[index] ?? null }));

  return {
    score: score?.total ?? null,
    reason,
    coverage,
    possible: observed.length ? bounds(observed, coverage, score?.total ?? null) : null,
    contributions,
    dimensions: groups.map(({ dimension }) =>
      summarise(
        dimension,
        contributions.filter((scored) => scored.dimension === dimension),
        total,
      ),
    ),
  };
}

function reasonFor(coverage: number, minimum: number, anyCounts: boolean): AccountScore['reason'] {
  if (coverage === 0 || !anyCounts) return 'no-data';
  return coverage < minimum - tolerance ? 'low-coverage' : null;
}

/** Points in the order given, whatever order the model lists its metrics in: ties in rounding go by id. */
function weigh(weighed: readonly Pick<Scored, 'metric' | 'normalized' | 'effectiveWeight'>[]) {
  const order = weighed
    .map((scored, index) => ({ scored, index }))
    .sort((a, b) => (a.scored.metric.id < b.scored.metric.id ? -1 : 1));
  const { points, total } = exactPoints(
    order.map(({ scored }) => scored.effectiveWeight * (scored.normalized ?? 0)),
    100,
  );
  const inOrder: number[] = [];
  order.forEach(({ index }, place) => {
    inOrder[index] = points[place] as number;
  });
  return { points: inOrder, total };
}

/** Rounding must not put the score outside of what is possible. */
function bounds(observed: readonly Pick<Scored, 'normalized' | 'weight'>[], coverage: number, score: number | null) {
  const low = Math.min(
    100,
    sum(observed, ({ normalized, weight }) => weight * (normalized ?? 0)),
  );
  const high = Math.min(100, low + (1 - coverage) * 100);
  return { low: Math.min(low, score ?? low), high: Math.max(high, score ?? high) };
}

function summarise(dimension: Dimension, contributions: readonly Scored[], total: number): ScoredDimension {
  const effectiveWeight = Math.min(
    1,
    sum(contributions, (scored) => scored.effectiveWeight),
  );
  const all = sum(contributions, ({ weight }) => weight);
  const seen = sum(
    contributions.filter(({ status }) => status === 'observed'),
    ({ weight }) => weight,
  );
  const inIt = sum(contributions, (scored) => scored.effectiveWeight * (scored.normalized ?? 0));
  return {
    dimension,
    weight: share(dimension.weight, total),
    effectiveWeight,
    score: effectiveWeight > 0 ? Math.min(100, inIt / effectiveWeight) : null,
    points: contributions.every(({ points }) => points === null)
      ? null
      : sum(contributions, ({ points }) => points ?? 0),
    coverage: all > 0 ? Math.min(1, seen / all) : 0,
  };
}

const weightOf = ({ metric }: Pick<ScoredMetric, 'metric'>): number => metric.weight ?? 1;
const counts = ({ normalized, metric }: ScoredMetric): boolean => normalized !== null && metric.weight !== 0;
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
/** Adds from the smallest up, so that the order in which a model lists things never shows in the last bit. */
const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items
    .map(of)
    .sort((a, b) => a - b)
    .reduce((all, value) => all + value, 0);
