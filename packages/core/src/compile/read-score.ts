import { missing, type Observation } from '../measures/measure-kind.ts';
import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import type { Dimension, Entry, Group } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { type AccountScore, tellScore, weigh, wholeOf } from '../score/score-account.ts';
import { assemble, type GroupScore } from '../score/score-group.ts';
import { type ScoredMetric, scored } from '../score/score-metric.ts';
import { statuses } from './metric-columns.ts';
import { slotKey } from './slots.ts';
import type { Column } from './staged-columns.ts';
import type { GroupNode, Member, MetricNode } from './tree-columns.ts';

type Row = Readonly<Record<string, unknown>>;

/** Shares that a model gives its metrics: known for each plan, or in a column. */
export type Weights = ReadonlyMap<MetricNode, readonly number[] | Column>;

/** Where the figures of a score are in a row. */
export interface ScorePlaces {
  readonly score: Column;
  readonly reason: Column;
  readonly coverage: Column;
  readonly low: Column;
  readonly high: Column;
  readonly tree: GroupNode;
  readonly weights: Weights;
  /** The place of the plan in force. */
  readonly plan: number;
}

/** The columns of a tree that its figures are read from. */
export function columnsOf({ members, score, limit }: GroupNode, weights: Weights): Column[] {
  const inner = [...members.values()].flatMap(({ node, share, part }) => {
    const own = part ? [share, part] : [share];
    if (node.kind === 'group') return [...own, ...columnsOf(node, weights)];
    const weight = weights.get(node);
    return [...own, node.status, node.normalized, ...(weight && 'read' in weight ? [weight] : [])];
  });
  return [score, ...(limit ? [limit] : []), ...inner];
}

/** The score in a row of an account in one plan, and all it was made of; points are put on the grid, so that they sum to it exactly. */
export function readScore(
  { score, reason, coverage, low, high, tree, weights, plan }: ScorePlaces,
  row: Row,
  resolved: ResolvedModel,
  observations: ReadonlyMap<string, Observation>,
): AccountScore {
  const metrics: ScoredMetric[] = [];
  const given: number[] = [];
  const groups: (GroupScore & { next: number })[] = [];

  function readGroup(
    group: Group,
    node: GroupNode,
    members: readonly (readonly [string, Entry | Dimension])[],
  ): GroupScore {
    const scores: (number | null)[] = [];
    const shares: number[] = [];
    const parts: (number | null)[] = [];
    const below: (GroupScore | number)[] = [];
    for (const [key, entry] of members) {
      // Sound: the tree has a place for every member of every plan.
      const { node: inner, share, part } = node.members.get(key) as Member;
      shares.push(numberIn(row, share) ?? 0);
      if (part) parts.push(numberIn(row, part));
      if (inner.kind === 'group') {
        const group = entry as Group;
        const one = readGroup(group, inner, membersIn(group));
        below.push(one);
        scores.push(one.score);
        if (node === tree) groups.push({ ...one, next: metrics.length });
      } else {
        below.push(metrics.length);
        scores.push(readMetric(entry as Metric, inner));
      }
    }
    return assemble(group, scores, below, {
      score: numberIn(row, node.score),
      shares,
      ...(parts.some((part) => part !== null) ? { parts: parts.map((part) => part ?? 0) } : {}),
      start: node.starts[plan] ?? 0,
      limit: (node.limit && numberIn(row, node.limit)) ?? 0,
    });
  }

  function readMetric(metric: Metric, node: MetricNode): number | null {
    const status = statuses[numberIn(row, node.status) ?? 1] ?? 'missing';
    const normalized = numberIn(row, node.normalized);
    metrics.push(scored(metric, observations.get(measureIdOf(metric)) ?? missing, status, normalized));
    const weight = weights.get(node) as readonly number[] | Column;
    given.push(('read' in weight ? numberIn(row, weight) : weight[plan]) ?? 0);
    return normalized;
  }

  // The dimensions themselves, and not what they are to the score: it is by these that a report finds them.
  const dimensions = resolved.dimensions.map((one) => [slotKey({ ...one, kind: 'group' }), one] as const);
  const { rows } = readGroup(wholeOf(resolved), tree, dimensions);
  const total = numberIn(row, score);
  const [least, most] = [numberIn(row, low), numberIn(row, high)];
  return tellScore(resolved, {
    metrics,
    weights: given,
    groups,
    rows,
    points: total === null ? null : weigh(rows, metrics, total, true),
    // Sound: the statement writes nothing else there.
    reason: (row[reason.name] ?? null) as AccountScore['reason'],
    coverage: numberIn(row, coverage) ?? 0,
    possible: least === null || most === null ? null : { low: least, high: most },
  });
}

const membersIn = ({ metrics }: Group) => metrics.map((entry) => [slotKey(entry), entry] as const);

/** Drivers give a number as one, as a bigint or as text. */
function numberIn(row: Row, { name }: Column): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}
