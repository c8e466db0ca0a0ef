import { exactPoints } from '../stats/exact-points.ts';
import type { Row } from './score-group.ts';
import type { ScoredMetric } from './score-metric.ts';

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
