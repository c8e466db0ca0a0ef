import { missing, type Observation } from '../measures/measure-kind.ts';
import { sum } from '../methods/method.ts';
import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { type Dimension, type Group, metricsOf } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { toDecimals } from '../stats/decimals.ts';
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
  /** The most points of the score that it could give; in groups that add points not its share of 100. */
  readonly most: number;
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
  readonly reason: 'no-data' | 'not-applicable' | 'low-coverage' | null;
  /** Share of the weight that was observed, 0–1. */
  readonly coverage: number;
  /** The score if all that is missing turned out worst, or best; null when nothing was observed. */
  readonly possible: { readonly low: number; readonly high: number } | null;
  readonly contributions: readonly Scored[];
  readonly held: readonly Held[];
  readonly dimensions: readonly ScoredDimension[];
}

/** Coverage is compared with its minimum to this tolerance, so that 0.1 + 0.2 + 0.2 meets 0.5. */
export const tolerance = 1e-12;

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
  const zone = resolved.model.timeZone ?? null;
  const prepared = prepare(resolved);
  const metrics = prepared.metrics.map(({ metric, measure }) =>
    scoreMetric(metric, observations.get(measure) ?? missing, now, zone),
  );
  const { whole, groups } = scoreAll(resolved, metrics);
  const weights = weightsOf(prepared, metrics);
  const seen = weights.filter((_, place) => metrics[place]?.missing === null);
  const coverage = coverageOf(seen);
  const why = reasonFor(seen, resolved.minimumCoverage, whole.score !== null);
  const applies = metrics.some(({ status }) => status !== 'not-applicable');
  const reason = why === 'no-data' && !applies ? 'not-applicable' : why;
  const points = reason ? null : weigh(whole.rows, metrics, whole.score);
  const score = points?.total ?? null;
  const possible = coverage > 0 ? bounds(prepared, metrics, weights, score ?? whole.score) : null;
  return tellScore(resolved, { metrics, weights, groups, rows: whole.rows, points, reason, coverage, possible });
}

/** The same from what an engine made of each metric, in the order of the model, and of all of them together. */
export function scoreFrom(
  resolved: ResolvedModel,
  metrics: readonly ScoredMetric[],
  { score, ...known }: Pick<AccountScore, 'score' | 'reason' | 'coverage' | 'possible'>,
): AccountScore {
  const { whole, groups } = scoreAll(resolved, metrics);
  const weights = weightsOf(prepare(resolved), metrics);
  const points = score === null ? null : weigh(whole.rows, metrics, score, true);
  return tellScore(resolved, { ...known, metrics, weights, groups, rows: whole.rows, points });
}

/** The metrics of a model in force, in its order, each with the measure it reads. */
export const metricsIn = (resolved: ResolvedModel): Prepared['metrics'] => prepare(resolved).metrics;

interface Figures extends Pick<AccountScore, 'reason' | 'coverage' | 'possible'> {
  readonly metrics: readonly ScoredMetric[];
  readonly weights: readonly number[];
  readonly groups: All['groups'];
  readonly rows: readonly Row[];
  readonly points: ReturnType<typeof weigh> | null;
}

/** A score with all it was made of. */
function tellScore(resolved: ResolvedModel, figures: Figures): AccountScore {
  const { groups, points, reason, coverage, possible } = figures;
  const { contributions, held } = told(resolved, figures);
  let first = 0;
  return {
    score: points?.total ?? null,
    reason,
    coverage,
    possible,
    contributions,
    held,
    dimensions: groups.map(({ group, next, ...scored }) => {
      const own = contributions.slice(first, next);
      first = next;
      // Sound: the groups beneath a score are its dimensions.
      return summarise(group as Dimension, scored, own, held);
    }),
  };
}

/** What each row of the score gives, by whether it is a metric's; metrics in the order of the model, which rows are in. */
function told(
  resolved: ResolvedModel,
  { metrics, weights, rows, points }: Figures,
): Pick<AccountScore, 'contributions' | 'held'> {
  const prepared = prepare(resolved);
  const contributions: Scored[] = [];
  const held: Held[] = [];
  for (const [index, { role, group, place, share, factor }] of rows.entries()) {
    const gave = points?.points[index] ?? null;
    if (role !== 'metric') {
      held.push({ role, group, dimension: dimensionOf(resolved.dimensions, group), points: gave });
      continue;
    }
    const scored = metrics[place] as ScoredMetric;
    const effectiveWeight = Math.min(1, scored.normalized === null ? 0 : share);
    const adds = group.method === 'points' && effectiveWeight > 0;
    contributions.push({
      ...scored,
      dimension: prepared.metrics[place]?.dimension as Dimension,
      group,
      weight: weights[place] ?? 0,
      effectiveWeight,
      most: adds ? boundsOf(scored.metric)[1] * factor : effectiveWeight * 100,
      points: gave,
    });
  }
  return { contributions, held };
}

interface All {
  readonly whole: GroupScore;
  /** The dimensions, each with the place of the first metric after it. */
  readonly groups: readonly (GroupScore & { readonly next: number })[];
}

function scoreAll(resolved: ResolvedModel, metrics: readonly ScoredMetric[]): All {
  const figure = (place: number) => metrics[place] as ScoredMetric;
  let next = 0;
  const groups = resolved.dimensions.map((dimension) => {
    const scored = scoreGroup(dimension, figure, next);
    next = scored.next;
    return scored;
  });
  return { whole: combineGroups(prepare(resolved).whole, groups), groups };
}

/** What of a model stays the same from one account to the next. */
interface Prepared {
  readonly metrics: readonly { readonly metric: Metric; readonly measure: string; readonly dimension: Dimension }[];
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
const coverageOf = (seen: readonly number[]): number => Math.min(1, toDecimals(sum(seen)));

/** Why there is no score; null when there is one. */
export function reasonFor(
  seen: readonly number[],
  minimum: number,
  anyCounts: boolean,
): 'no-data' | 'low-coverage' | null {
  const coverage = coverageOf(seen);
  if (coverage === 0 || !anyCounts) return 'no-data';
  return coverage < minimum - tolerance ? 'low-coverage' : null;
}

/**
 * What rows give of the `score` they make, as points that sum to it exactly, and that sum; `metrics` by their places.
 * In the order given, whatever order the model lists its metrics in: ties in rounding go by id. `isExact` says whether
 * the score is better known than adding up would find it.
 */
export function weigh(
  rows: readonly Row[],
  metrics: Metrics,
  score: number | null = null,
  isExact = rows.some(({ role }) => role === 'limit'),
): { points: number[]; total: number } {
  const order = rows
    .map((_, index) => index)
    .sort((one, other) => inOrderOfId(rows[one] as Row, rows[other] as Row, metrics));
  const { points, total } = exactPoints(
    order.map((index) => partOf(rows[index] as Row)),
    100,
    // A limit is met to the last bit, however far beyond it the points lay that it holds.
    isExact ? (score ?? undefined) : undefined,
  );
  const inOrder = new Array<number>(rows.length);
  order.forEach((index, place) => {
    inOrder[index] = points[place] as number;
  });
  return { points: inOrder, total };
}

const partOf = ({ value, factor }: Row): number => value * factor;

type Metrics = readonly Pick<ScoredMetric, 'metric'>[];

/** What no metric gives comes first. A dimension may have the id of a group or a metric. */
function inOrderOfId(a: Row, b: Row, metrics: Metrics): number {
  const key = ({ role, group, place }: Row): string =>
    role === 'metric' ? (metrics[place]?.metric.id ?? '') : `${'kind' in group ? 'g' : 'd'}${group.id}\n${role}`;
  const isMetric = Number(a.role === 'metric') - Number(b.role === 'metric');
  if (isMetric !== 0) return isMetric;
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : Number(one > other);
}

/** Where all that has weight is known, the score itself; rounding must not put the score outside of what is possible. */
function bounds(
  { all }: Prepared,
  metrics: readonly ScoredMetric[],
  weights: readonly number[],
  score: number | null,
): AccountScore['possible'] {
  const isKnown = ({ missing }: ScoredMetric) => missing === null;
  if (score !== null && metrics.every((one, place) => isKnown(one) || weights[place] === 0)) {
    return { low: score, high: score };
  }
  const turnedOut = (normalized: number, end: 0 | 1) => {
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
  own: readonly Scored[],
  held: readonly Held[],
): ScoredDimension {
  const points = [...own, ...held.filter((one) => one.dimension === dimension)].map((one) => one.points);
  const all = sum(own.map(({ weight }) => weight));
  const seen = sum(own.map(({ missing, weight }) => (missing === null ? weight : 0)));
  return {
    dimension,
    weight: Math.min(1, all),
    effectiveWeight: Math.min(1, sum(own.map(({ effectiveWeight }) => effectiveWeight))),
    score: score && toDecimals(score),
    points: points.every((one) => one === null) ? null : sum(points.map((one) => one ?? 0)),
    coverage: Math.min(1, all > 0 ? seen / all : coverageAlone(dimension, own)),
    inner,
    rows,
  };
}
