import type { Observation } from '../measures/measure-kind.ts';
import type { Model } from '../model/define-model.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { type AccountScore, tolerance, wholeOf } from '../score/score-account.ts';
import { isMean } from '../score/score-group.ts';
import type { Dialect } from '../sql/dialect.ts';
import { double } from '../sql/double.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { rounded } from '../sql/rounded.ts';
import { decimals } from '../stats/decimals.ts';
import { finest } from '../stats/exact-points.ts';
import { ByPlan } from './by-plan.ts';
import { coverageOf } from './coverage-columns.ts';
import { type Expression, express, Held, joined, plain, reading } from './expression.ts';
import { MetricWriter, type Observations } from './metric-columns.ts';
import { metricsOfPlan, readScore } from './read-score.ts';
import { slotsOf } from './slots.ts';
import type { Column, StagedColumns } from './staged-columns.ts';
import { type GroupNode, type MetricNode, TreeWriter } from './tree-columns.ts';

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
export interface ScoreColumns {
  /** 0–100, on the grid that points lie on; null where there is none. */
  readonly score: Column;
  /** `no-data`, `not-applicable`, `low-coverage`, or null. */
  readonly reason: Column;
  /** Share of the weight that was observed, 0–1. */
  readonly coverage: Column;
  /** The score if all that is missing turned out worst, or best; null when nothing was observed. */
  readonly low: Column;
  readonly high: Column;
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
  const by = new ByPlan(plan, plans.length, dialect, held);
  const writing = { by, held, dialect };
  const one = (number: number) => double(dialect, number);
  const hold = (expression: Expression) => held.column(expression);

  const metrics = new MetricWriter(dialect, held, observation, now, model.timeZone ?? null);
  const whole = slotsOf(plans.map(wholeOf));
  const writer = new TreeWriter(writing, metrics);
  const tree = writer.group(whole);
  const read = plans.map((resolved) => metricsOfPlan(resolved, tree));
  const onGridOf = (expression: Expression, parts: number): Expression => ({
    ...expression,
    sql: rounded(expression.sql, parts),
  });

  // Weights are those of dimensions, whatever the method by which these become the score.
  const { seen, least: worstMean, lacks } = coverageOf(tree, writing);
  const coverage = hold(express`least(1, ${onGridOf(seen, decimals)})`);
  const anyApplies = by.pick(read.map(someApplies));
  const exact = reading(tree.score);
  const minimum = by.write(plans.map(({ minimumCoverage }) => minimumCoverage - tolerance));
  const reason = hold(
    express`case when ${reading(coverage)} = 0 or ${exact} is null then case when ${anyApplies} then 'no-data' else 'not-applicable' end when ${reading(coverage)} < ${minimum} then 'low-coverage' end`,
  );
  const score = hold(
    express`case when ${reading(reason)} is null then least(100, greatest(0, ${onGridOf(exact, finest)})) end`,
  );
  const turnedOut = (end: 'low' | 'high', nothing: number) =>
    express`coalesce(${reading(writer.turnedOut(tree, end))}, ${one(nothing)})`;
  // Where scores are means throughout, the weights say without trying what is missing can add.
  const [worst, best] = plans.map(wholeOf).every(isMean)
    ? [worstMean, express`(${worstMean} + 100 * (1 - ${seen}))`]
    : [turnedOut('low', 0), turnedOut('high', 100)];
  const bound = (turnedOut: Expression, pick: Fragment) => {
    const known = express`coalesce(${reading(score)}, ${exact})`;
    const isKnown = express`${exact} is not null and not (${lacks})`;
    const held = express`${pick}(${turnedOut}, coalesce(${known}, ${turnedOut}))`;
    return hold(
      express`case when ${reading(coverage)} > 0 then case when ${isKnown} then ${known} else ${held} end end`,
    );
  };
  const low = bound(worst, sql`least`);
  const high = bound(best, sql`greatest`);

  const figures = { score, reason, coverage, low, high };
  const columns = [...Object.values(figures), ...read.flat().flatMap(({ status, normalized }) => [status, normalized])];

  return {
    ...figures,
    dimension(id) {
      const node = tree.members.get(`group ${id}`)?.node as GroupNode | undefined;
      return node ? hold(onGridOf(reading(node.score), decimals)) : null;
    },
    tree,
    columns: [...new Set(columns)],
    accountScoreOf: (row, resolved, observations) =>
      readScore({ ...figures, metrics: read[plans.indexOf(resolved)] ?? [] }, row, resolved, observations),
  };
}

/** Whether any metric of a plan applies; known beforehand where one applies to whatever it is given. */
const someApplies = (metrics: readonly MetricNode[], plan: number): Expression =>
  metrics.some(({ mayNotApply }) => !mayNotApply[plan])
    ? plain(sql`true`)
    : express`(${joined(
        metrics.map(({ status }) => express`${reading(status)} <> 3`),
        sql` or `,
      )})`;
