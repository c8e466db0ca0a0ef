import type { ResolvedModel } from '../model/resolve-model.ts';
import { tolerance } from '../score/coverage.ts';
import { wholeOf } from '../score/prepare-model.ts';
import { isMean } from '../score/score-group.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { rounded } from '../sql/rounded.ts';
import { decimals } from '../stats/decimals.ts';
import { finest } from '../stats/exact-points.ts';
import type { Writing } from './combining.ts';
import { type Coverage, coverageOf } from './coverage-columns.ts';
import { type Expression, express, joined, plain, reading } from './expression.ts';
import type { Column } from './staged-columns.ts';
import type { GroupNode, MetricNode, TreeWriter } from './tree-columns.ts';

/** What `AccountScore` says of a score as a whole. */
export interface WholeColumns {
  /** 0–100, on the grid that points lie on; null where there is none. */
  readonly score: Column;
  /** `no-data`, `not-applicable`, `low-coverage`, or null. */
  readonly reason: Column;
  /** Share of the weight that was observed, 0–1. */
  readonly coverage: Column;
  /** The score if all that is missing turned out worst, or best; null when nothing was observed. */
  readonly low: Column;
  readonly high: Column;
}

/** What it is found from: the score as the group around the dimensions, and the metrics of each plan. */
interface Whole {
  readonly tree: GroupNode;
  readonly writer: TreeWriter;
  readonly writing: Writing;
  readonly plans: readonly ResolvedModel[];
  readonly metrics: readonly (readonly MetricNode[])[];
}

/** Writes it. */
export function wholeColumns(whole: Whole): WholeColumns {
  const { tree, writing, plans, metrics } = whole;
  const { by, held } = writing;
  // Weights are those of dimensions, whatever the method by which these become the score.
  const covered = coverageOf(tree, writing);
  const coverage = held.column(express`least(1, ${inDecimals(covered.seen)})`);
  const [known, exact] = [reading(coverage), reading(tree.score)];
  const nothing = express`case when ${by.pick(metrics.map(anyApplies))} then 'no-data' else 'not-applicable' end`;
  const minimum = by.write(plans.map(({ minimumCoverage }) => minimumCoverage - tolerance));
  const reason = held.column(
    express`case when ${known} = 0 or ${exact} is null then ${nothing} when ${known} < ${minimum} then 'low-coverage' end`,
  );
  const onGrid = { ...exact, sql: rounded(exact.sql, finest) };
  const score = held.column(express`case when ${reading(reason)} is null then least(100, greatest(0, ${onGrid})) end`);

  const [worst, best] = ends(whole, covered);
  const found = express`coalesce(${reading(score)}, ${exact})`;
  const isFound = express`${exact} is not null and not (${covered.lacks})`;
  // Rounding must not put the score outside of what is possible.
  const bound = (pick: Fragment, end: Expression) => {
    const apart = express`${pick}(${end}, coalesce(${found}, ${end}))`;
    return held.column(express`case when ${known} > 0 then case when ${isFound} then ${found} else ${apart} end end`);
  };
  return { score, reason, coverage, low: bound(sql`least`, worst), high: bound(sql`greatest`, best) };
}

/** A figure rounded as `toDecimals` does. */
export const inDecimals = (figure: Expression): Expression => ({ ...figure, sql: rounded(figure.sql, decimals) });

/** The score if all that is missing turned out worst, and best. */
function ends({ tree, writer, plans }: Whole, { seen, least }: Coverage): readonly [Expression, Expression] {
  // Where scores are means throughout, the weights say without trying what is missing can add.
  if (plans.map(wholeOf).every(isMean)) return [least, express`(${least} + 100 * (1 - ${seen}))`];
  const [low, high] = [writer.turnedOut(tree, 'low'), writer.turnedOut(tree, 'high')];
  return [express`coalesce(${reading(low)}, 0)`, express`coalesce(${reading(high)}, 100)`];
}

/** Whether any metric of a plan applies; known beforehand where one applies to whatever it is given. */
function anyApplies(metrics: readonly MetricNode[], plan: number): Expression {
  if (metrics.some(({ mayNotApply }) => !mayNotApply[plan])) return plain(sql`true`);
  const each = metrics.map(({ status }) => express`${reading(status)} <> 3`);
  return express`(${joined(each, sql` or `)})`;
}
