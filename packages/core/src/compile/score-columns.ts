import type { Observation } from '../measures/measure-kind.ts';
import type { Model } from '../model/define-model.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { wholeOf } from '../score/prepare-model.ts';
import type { AccountScore } from '../score/tell-score.ts';
import type { Dialect } from '../sql/dialect.ts';
import { ByPlan } from './by-plan.ts';
import { Held, reading } from './expression.ts';
import { MetricWriter, type Observations } from './metric-columns.ts';
import { metricsOfPlan, readScore } from './read-score.ts';
import { slotsOf } from './slots.ts';
import type { Column, StagedColumns } from './staged-columns.ts';
import { type GroupNode, TreeWriter } from './tree-columns.ts';
import { inDecimals, type WholeColumns, wholeColumns } from './whole-columns.ts';

/** What scores are written from. */
export interface ScoreInput {
  readonly staged: StagedColumns;
  readonly dialect: Dialect;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly model: Model;
  /** What may be in force. */
  readonly plans: readonly ResolvedModel[];
  /** Which of them is, by its place. */
  readonly plan: Column;
  /** The columns of a measure. */
  readonly observation: Observations;
}

/** The columns of a score and of all it was made of. */
export interface ScoreColumns extends WholeColumns {
  /** A dimension's own score; null for a dimension that no plan has. */
  dimension(id: string): Column | null;
  /** The figures of all that it was made of, the score as the group around the dimensions. */
  readonly tree: GroupNode;
  /** Every column that a row must have for `accountScoreOf`. */
  readonly columns: readonly Column[];
  /** What `scoreAccount` makes of the same observations, from the figures in a row. */
  accountScoreOf(
    row: Readonly<Record<string, unknown>>,
    resolved: ResolvedModel,
    observations: ReadonlyMap<string, Observation>,
  ): AccountScore;
}

/** Writes the columns of scores. Their names begin with `x`. */
export function scoreColumns({ staged, dialect, now, model, plans, plan, observation }: ScoreInput): ScoreColumns {
  const held = new Held(staged, 'x');
  const writing = { held, dialect, by: new ByPlan(plan, plans.length, dialect, held) };
  const writer = new TreeWriter(writing, new MetricWriter(dialect, held, observation, now, model.timeZone ?? null));
  const tree = writer.group(slotsOf(plans.map(wholeOf)));
  const metrics = plans.map((resolved) => metricsOfPlan(resolved, tree));
  const whole = wholeColumns({ tree, writer, writing, plans, metrics });
  const read = metrics.flat().flatMap(({ status, normalized }) => [status, normalized]);
  return {
    ...whole,
    dimension(id) {
      const node = tree.members.get(`group ${id}`)?.node;
      return node?.kind === 'group' ? held.column(inDecimals(reading(node.score))) : null;
    },
    tree,
    columns: [...new Set([whole.score, whole.reason, whole.coverage, whole.low, whole.high, ...read])],
    accountScoreOf: (row, resolved, observations) =>
      readScore({ ...whole, metrics: metrics[plans.indexOf(resolved)] ?? [] }, row, resolved, observations),
  };
}
