import { missing, type Observation } from '../measures/measure-kind.ts';
import { sum } from '../methods/method.ts';
import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { type Dimension, type Group, metricsOf } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { exactPoints } from '../stats/exact-points.ts';
import {
  combineGroups,
  type Figure,
  figureOf,
  type GroupScore,
  nominalShares,
  type Row,
  scoreGroup,
} from './score-group.ts';
import { boundsOf, type ScoredMetric, scoreMetric } from './score-metric.ts';

/** A metric's part in the score. Weights are shares of the whole, 0–1. */
export interface Scored extends ScoredMetric {
  readonly dimension: Dimension;
  /** The group it is directly in: the dimension, or one inside it. */
  readonly group: Group;
  readonly weight: number;
  readonly effectiveWeight: number;
  /** Points of the score; null when there is none. */
  readonly points: number | null;
}

/** Points of the score that no metric gave: what a group begins with, or what holding it to its limits did. */
export interface Held {
  readonly role: 'start' | 'limit';
  /** Null for the score as a whole. */
  readonly dimension: Dimension | null;
  readonly group: Group;
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
  readonly inner: readonly GroupScore[];
  /** What its own score is made of. */
  readonly rows: readonly Row[];
}

/** A score, and all it was made of. */
export interface AccountScore {
  /** 0–100, or null: see `reason`. The sum of the points of `contributions` and `held`, exactly. */
  readonly score: number | null;
  readonly reason: 'no-data' | 'low-coverage' | null;
  /** Share of the weight that was observed, 0–1. */
  readonly coverage: number;
  /** The score if all that is missing turned out worst, or best; null when nothing was observed. */
  readonly possible: { readonly low: number; readonly high: number } | null;
  readonly contributions: readonly Scored[];
  readonly held: readonly Held[];
  readonly dimensions: readonly ScoredDimension[];
}

/** Coverage is compared with its minimum to this tolerance, so that 0.1 + 0.2 + 0.2 meets 0.5. */
const tolerance = 1e-12;

/**
 * Scores an account from its observations, by measure id, as of `now` (milliseconds).
 * The weight of what is missing goes to its neighbours: first within its group, then, where a whole group is missing,
 * to the groups beside it.
 */
export function scoreAccount(
  resolved: ResolvedModel,
  observations: ReadonlyMap<string, Observation>,
  now: number,
): AccountScore {
  const { model, dimensions } = resolved;
  const zone = model.timeZone ?? null;
  const prepared = prepare(resolved);
  const { whole } = prepared;
  const metrics = prepared.metrics.map(({ metric, measure }) =>
    scoreMetric(metric, observations.get(measure) ?? missing, now, zone),
  );
  const actual = scoreAll(whole, dimensions, (place) => metrics[place] as ScoredMetric);
  const weights = weightsOf(prepared, metrics);
  const seen = weights.filter((_, place) => metrics[place]?.missing === null);
  const coverage = coverageOf(seen);
  const reason = reasonFor(seen, resolved.minimumCoverage, actual.whole.score !== null);
  const points = reason ? null : weigh(actual.whole.rows, metrics, actual.whole.score);
  const score = points?.total ?? null;

  const places = new Map(
    actual.whole.rows.map((row, index) => [row.place, { row, points: points?.points[index] ?? null }]),
  );
  const dimensionAt = actual.groups.flatMap(({ group, count }) => Array<Group>(count).fill(group));
  const contributions = metrics.map((scored, place) => {
    const own = places.get(place);
    return {
      ...scored,
      // Sound: `scoreAll` is given dimensions and hands them back.
      dimension: dimensionAt[place] as Dimension,
      group: own?.row.group ?? whole,
      weight: weights[place] ?? 0,
      effectiveWeight: Math.min(1, scored.normalized === null ? 0 : (own?.row.share ?? 0)),
      points: own?.points ?? null,
    };
  });
  const held = actual.whole.rows.flatMap(({ role, group }, index) =>
    role === 'metric'
      ? []
      : [{ role, group, dimension: dimensionOf(dimensions, group), points: points?.points[index] ?? null }],
  );
  return {
    score,
    reason,
    coverage,
    possible: coverage > 0 ? bounds(prepared, metrics, actual.whole.score, score) : null,
    contributions,
    held,
    dimensions: actual.groups.map(({ group, ...scored }) => summarise(group as Dimension, scored, contributions, held)),
  };
}

interface All {
  readonly whole: GroupScore;
  readonly groups: readonly (GroupScore & { readonly count: number })[];
}

function scoreAll(whole: Group, dimensions: readonly Dimension[], figure: (place: number) => Figure): All {
  let first = 0;
  const groups = dimensions.map((dimension) => {
    const scored = scoreGroup(dimension, figure, first);
    const count = scored.next - first;
    first = scored.next;
    return { ...scored, count };
  });
  return { whole: combineGroups(whole, groups), groups };
}

/** What of a model stays the same from one account to the next. */
interface Prepared {
  readonly metrics: readonly { readonly metric: Metric; readonly measure: string }[];
  /** The score as a group without members, and with the dimensions as its groups. */
  readonly whole: Group;
  readonly all: Group;
  /** Weights by what does not apply, found once. */
  readonly weights: Map<string, readonly number[]>;
}

const ready = new WeakMap<ResolvedModel, Prepared>();

function prepare(resolved: ResolvedModel): Prepared {
  const known = ready.get(resolved);
  if (known) return known;
  const { model, dimensions } = resolved;
  const whole: Group = { id: 'score', ...model.score, metrics: [] };
  const prepared = {
    metrics: metricsOf(dimensions).map((metric) => ({ metric, measure: measureIdOf(metric) })),
    whole,
    all: { ...whole, metrics: dimensions.map((dimension) => ({ ...dimension, kind: 'group' as const })) },
    weights: new Map(),
  };
  ready.set(resolved, prepared);
  return prepared;
}

/** As many patterns of what does not apply as are kept of one model. */
const mostPatterns = 256;

function weightsOf({ all, weights }: Prepared, metrics: readonly ScoredMetric[]): readonly number[] {
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

/** Share of the weight that was observed, from the weights of what was. */
const coverageOf = (seen: readonly number[]): number => Math.min(1, sum(seen));

/** Why there is no score; null when there is one. */
export function reasonFor(seen: readonly number[], minimum: number, anyCounts: boolean): AccountScore['reason'] {
  const coverage = coverageOf(seen);
  if (coverage === 0 || !anyCounts) return 'no-data';
  return coverage < minimum - tolerance ? 'low-coverage' : null;
}

/**
 * What rows give of the `score` they make, as points that sum to it exactly, and that sum; `metrics` by their places.
 * In the order given, whatever order the model lists its metrics in: ties in rounding go by id.
 */
export function weigh(
  rows: readonly Row[],
  metrics: readonly Pick<ScoredMetric, 'metric'>[],
  score: number | null = null,
): { points: number[]; total: number } {
  const order = rows
    .map(({ role, group, place, value, factor }, index) => ({
      // A dimension may have the id of a group or a metric.
      key: role === 'metric' ? `m${metrics[place]?.metric.id}` : `${'kind' in group ? 'g' : 'd'}${group.id}\n${role}`,
      part: value * factor,
      index,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const { points, total } = exactPoints(
    order.map(({ part }) => part),
    100,
    // A limit is met to the last bit, however far beyond it the points lay that it holds.
    rows.some(({ role }) => role === 'limit') ? (score ?? undefined) : undefined,
  );
  const inOrder: number[] = [];
  order.forEach(({ index }, place) => {
    inOrder[index] = points[place] as number;
  });
  return { points: inOrder, total };
}

/** Rounding must not put the score outside of what is possible; `exact` is the score before it was rounded. */
function bounds(
  { all }: Prepared,
  metrics: readonly ScoredMetric[],
  exact: number | null,
  score: number | null,
): AccountScore['possible'] {
  const isKnown = ({ missing }: ScoredMetric) => missing === null;
  const turnedOut = (normalized: number, end: 0 | 1) => {
    if (metrics.every(isKnown)) return exact ?? normalized;
    const figure = (place: number): Figure => {
      const scored = metrics[place] as ScoredMetric;
      return isKnown(scored) ? scored : { normalized, given: boundsOf(scored.metric)[end] };
    };
    return figureOf(all, figure).score ?? normalized;
  };
  const low = turnedOut(0, 0);
  const high = turnedOut(100, 1);
  return { low: Math.min(low, score ?? low), high: Math.max(high, score ?? high) };
}

const dimensionOf = (dimensions: readonly Dimension[], group: Group): Dimension | null =>
  dimensions.find((dimension) => contains(dimension, group)) ?? null;

const contains = (outer: Group, group: Group): boolean =>
  outer === group || outer.metrics.some((entry) => entry.kind === 'group' && contains(entry, group));

/** Of a dimension that has no weight in the whole. */
function coverageAlone(dimension: Dimension, own: readonly Scored[]): number {
  const shares = nominalShares(dimension, (place) => own[place]?.status !== 'not-applicable');
  return sum(shares.filter((_, place) => own[place]?.missing === null));
}

function summarise(
  dimension: Dimension,
  { score, inner, rows }: Pick<GroupScore, 'score' | 'inner' | 'rows'>,
  contributions: readonly Scored[],
  held: readonly Held[],
): ScoredDimension {
  const own = contributions.filter((scored) => scored.dimension === dimension);
  const points = [...own, ...held.filter((one) => one.dimension === dimension)].map((one) => one.points);
  const all = sum(own.map(({ weight }) => weight));
  const seen = sum(own.map(({ missing, weight }) => (missing === null ? weight : 0)));
  return {
    dimension,
    weight: Math.min(1, all),
    effectiveWeight: Math.min(1, sum(own.map(({ effectiveWeight }) => effectiveWeight))),
    score,
    points: points.every((one) => one === null) ? null : sum(points.map((one) => one ?? 0)),
    coverage: Math.min(1, all > 0 ? seen / all : coverageAlone(dimension, own)),
    inner,
    rows,
  };
}
