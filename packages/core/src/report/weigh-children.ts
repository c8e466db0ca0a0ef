import type { Member } from '../methods/method.ts';
import { sum } from '../methods/method.ts';
import { weightedMean } from '../methods/weighted.ts';
import type { Model } from '../model/define-model.ts';
import type { AccountScore } from '../score/tell-score.ts';
import { exactPoints } from '../stats/exact-points.ts';

type Method = NonNullable<Model['rollUp']>['method'];

/** A child as far as its parent's score goes. */
export interface Child {
  readonly id: string;
  readonly score: number | null;
  /** Null where it is not known. */
  readonly weight: number | null;
  /** Share of its own weight that is observed, 0–1. */
  readonly coverage: number;
  /** What its score could be if what is missing turned out worst, or best; null where nothing is known of it. */
  readonly possible: AccountScore['possible'];
}

/** A child's part in its parent's score; see `Contribution`. */
export interface Weighed<C extends Child> {
  readonly child: C;
  /** What it counts with; null where it has no score, or where what weighs it is not known. */
  readonly counts: number | null;
  readonly weight: number;
  readonly effectiveWeight: number;
  readonly points: number | null;
}

/** A parent's score and what each child gives of it. */
export interface Rolled<C extends Child> extends Pick<AccountScore, 'score' | 'reason' | 'coverage' | 'possible'> {
  /** By id. */
  readonly children: readonly Weighed<C>[];
}

/** Coverage is compared with its minimum to this tolerance, as that of metrics is. */
const tolerance = 1e-12;

/**
 * One score of many. `mean` and `worst` count every child alike; of those that are worst, the one of greater weight
 * decides, then the first by id. `weighted` counts by weight: nothing for a weight of 0 or below; a child whose weight is
 * not known does not count, and for coverage is taken to weigh as much as the others do on average. Of a child that
 * counts, as much of its weight is covered as of its own; of one that does not, none.
 */
export function weighChildren<C extends Child>(
  method: Method,
  children: readonly C[],
  minimumCoverage: number,
): Rolled<C> {
  // By id, so that the order in which children are given never shows in the last bit.
  const inOrder = children.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const weights = method === 'weighted' ? relative(inOrder) : inOrder.map(() => 1);
  const whole = sum(weights);
  const members = inOrder.map((child, index): Member => {
    const score = method === 'weighted' && child.weight === null ? null : child.score;
    return { weight: weights[index] ?? 0, score, points: null, most: 0 };
  });
  const combine = (of: readonly Member[]) => weightedMean(method === 'worst' ? onlyWorst(of, inOrder) : of);

  const { score: rough, shares } = combine(members);
  const nominal = weights.map((weight) => (whole > 0 ? weight / whole : 0));
  const known = inOrder.map((child, at) => (members[at]?.score === null ? null : child));
  const coverage = Math.min(1, sum(known.map((child, at) => (child?.coverage ?? 0) * (nominal[at] ?? 0))));
  const reason = rough === null ? 'no-data' : coverage < minimumCoverage - tolerance ? 'low-coverage' : null;
  const exact = reason
    ? null
    : exactPoints(
        members.map(({ score }, index) => (shares[index] ?? 0) * (score ?? 0)),
        100,
      );
  const score = exact?.total ?? null;
  const turnedOut = (end: 'low' | 'high', other: 0 | 100) =>
    combine(members.map((member, at) => ({ ...member, score: known[at]?.possible?.[end] ?? other }))).score ?? other;
  const [low, high] = [turnedOut('low', 0), turnedOut('high', 100)];
  // Where nothing is missing the two are one, and rounding must not put the score beside it.
  const only = low === high ? score : null;
  return {
    score,
    reason,
    coverage,
    possible:
      rough === null ? null : { low: only ?? Math.min(low, score ?? low), high: only ?? Math.max(high, score ?? high) },
    children: inOrder.map((child, index) => ({
      child,
      counts: members[index]?.score ?? null,
      weight: nominal[index] ?? 0,
      effectiveWeight: shares[index] ?? 0,
      points: exact?.points[index] ?? null,
    })),
  };
}

/** Weights against the greatest, so that equal ones are exactly 1 and none is too large to add up. */
function relative(children: readonly Child[]): number[] {
  const known = children.flatMap(({ weight }) => (weight === null ? [] : [Math.max(0, weight)]));
  const greatest = Math.max(0, ...known);
  const shares = known.map((weight) => (greatest > 0 ? weight / greatest : 0));
  const usual = shares.length ? sum(shares) / shares.length : 1;
  return children.map(({ weight }) => (weight === null ? usual : greatest > 0 ? Math.max(0, weight) / greatest : 0));
}

function onlyWorst(members: readonly Member[], children: readonly Child[]): Member[] {
  const weightAt = (index: number) => children[index]?.weight ?? 0;
  let decides = -1;
  for (const [index, { score }] of members.entries()) {
    const least = members[decides]?.score ?? Number.POSITIVE_INFINITY;
    if (score === null || score > least) continue;
    // Children come by id: of those alike the first stays.
    if (score < least || weightAt(index) > weightAt(decides)) decides = index;
  }
  return members.map((member, index) => (index === decides ? member : { ...member, score: null }));
}
