import { sum } from '../methods/method.ts';
import type { Dimension, Group } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { toDecimals } from '../stats/decimals.ts';
import { prepare } from './prepare-model.ts';
import { type GroupScore, nominalShares, type Row } from './score-group.ts';
import { boundsOf, type ScoredMetric } from './score-metric.ts';
import type { weigh } from './weigh-rows.ts';

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

/** The dimensions, each with the place of the first metric after it. */
export type ScoredGroups = readonly (GroupScore & { readonly next: number })[];

/** What there is to tell of a score. */
interface Figures extends Pick<AccountScore, 'reason' | 'coverage' | 'possible'> {
  readonly metrics: readonly ScoredMetric[];
  readonly weights: readonly number[];
  readonly groups: ScoredGroups;
  readonly rows: readonly Row[];
  readonly points: ReturnType<typeof weigh> | null;
}

/** A score with all it was made of. */
export function tellScore(resolved: ResolvedModel, figures: Figures): AccountScore {
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
