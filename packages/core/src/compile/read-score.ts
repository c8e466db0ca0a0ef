import { missing, type Observation } from '../measures/measure-kind.ts';
import { type Group, isGroup } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { metricsIn, wholeOf } from '../score/prepare-model.ts';
import { scoreFrom } from '../score/score-account.ts';
import { scored } from '../score/score-metric.ts';
import type { AccountScore } from '../score/tell-score.ts';
import { statuses } from './metric-columns.ts';
import { slotKey } from './slots.ts';
import type { Column } from './staged-columns.ts';
import type { GroupNode, MetricNode } from './tree-columns.ts';
import type { WholeColumns } from './whole-columns.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where the figures of a score are in a row. */
export interface ScorePlaces extends WholeColumns {
  /** Those of the metrics in force, in the order of the model. */
  readonly metrics: readonly MetricNode[];
}

/** The metrics of a plan, in its order. */
export const metricsOfPlan = (resolved: ResolvedModel, tree: GroupNode): MetricNode[] =>
  inOrder(wholeOf(resolved), tree);

function inOrder(group: Group, { members }: GroupNode): MetricNode[] {
  return group.metrics.flatMap((entry) => {
    const node = members.get(slotKey(entry))?.node;
    if (!node) return [];
    return node.kind === 'metric' ? [node] : isGroup(entry) ? inOrder(entry, node) : [];
  });
}

/** The score in a row, and all it was made of; points are put on the grid, so that they sum to it exactly. */
export function readScore(
  { metrics, score, reason, coverage, low, high }: ScorePlaces,
  row: Row,
  resolved: ResolvedModel,
  observations: ReadonlyMap<string, Observation>,
): AccountScore {
  const made = metricsIn(resolved).map(({ metric, measure }, place) => {
    // Sound: the tree has a place for every metric of every plan.
    const { status, normalized } = metrics[place] as MetricNode;
    const observation = observations.get(measure) ?? missing;
    return scored(metric, observation, statuses[numberIn(row, status) ?? 1] ?? 'missing', numberIn(row, normalized));
  });
  const [least, most] = [numberIn(row, low), numberIn(row, high)];
  return scoreFrom(resolved, made, {
    score: numberIn(row, score),
    // Sound: the statement writes nothing else there.
    reason: (row[reason.name] ?? null) as AccountScore['reason'],
    coverage: numberIn(row, coverage) ?? 0,
    possible: least === null || most === null ? null : { low: least, high: most },
  });
}

/** Drivers give a number as one, as a bigint or as text. */
function numberIn(row: Row, { name }: Column): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}
