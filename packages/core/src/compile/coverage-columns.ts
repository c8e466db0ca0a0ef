import type { Group } from '../model/dimension.ts';
import { mostOf } from '../score/score-group.ts';
import { sql } from '../sql/fragment.ts';
import type { Figure } from './by-plan.ts';
import type { Writing } from './combining.ts';
import { type Expression, express, joined, plain, reading } from './expression.ts';
import { givesPoints, isMissing, isSeen } from './metric-columns.ts';
import { weightsIn } from './slots.ts';
import type { GroupNode, MetricNode } from './tree-columns.ts';

/** How much of a group is known, by the weights that its model gives to what applies: see `nominalShares`. */
export interface Coverage {
  /** The weight of what applies; more than 0 where anything does. */
  readonly whole: Figure;
  /** Share of it that was observed, 0–1. */
  readonly seen: Expression;
  /** The mean of what was observed, where all else is 0: no mean of all of it can be less. */
  readonly least: Expression;
  /** Whether anything with a weight is missing. */
  readonly lacks: Expression;
}

/** Writes it. What applies is known beforehand where all metrics apply to whatever they are given. */
export function coverageOf({ slot, members }: GroupNode, writing: Writing): Coverage {
  const { by, held } = writing;
  const parts = [...members.values()].map(({ node }) => {
    if (node.kind === 'metric') return ofMetric(node, slot.each, writing);
    const inner = coverageOf(node, writing);
    const weight = by.where(inner.whole, weightsIn(node.slot));
    const share = by.write(weight);
    return { ...inner, weight, seen: express`${share} * ${inner.seen}`, least: express`${share} * ${inner.least}` };
  });
  const hold = (expression: Expression) => reading(held.column(expression));
  const sum = by.sum(parts.map(({ weight }) => weight));
  const whole = 'sql' in sum ? hold(sum) : sum;
  const shareOf = (key: 'seen' | 'least') => {
    const all = joined(
      parts.map((part) => part[key]),
      sql` + `,
    );
    return hold(by.share(express`(${all})`, whole));
  };
  const lacks = joined(
    parts.map((part) => part.lacks),
    sql` or `,
  );
  return { whole, seen: shareOf('seen'), least: shareOf('least'), lacks };
}

function ofMetric(node: MetricNode, groups: readonly (Group | null)[], writing: Writing) {
  const { by } = writing;
  const weight = weightOf(node, groups, writing);
  const [status, share] = [reading(node.status), by.write(weight)];
  const normalized = reading(node.normalized);
  return {
    weight,
    seen: express`case when ${isSeen(status)} then ${share} else 0 end`,
    // What does not apply may weigh something in a group that adds points, and has no score.
    least: express`case when ${status} = 0 then ${share} * ${normalized} else 0 end`,
    lacks: isAlways(weight) ? isMissing(status) : express`${isMissing(status)} and ${share} > 0`,
  };
}

/** What a metric weighs among its neighbours; nothing where it does not apply, and gives no points either. */
function weightOf(node: MetricNode, groups: readonly (Group | null)[], { by, dialect }: Writing): Figure {
  const adds = groups.map((group) => group?.method === 'points');
  const own = weightsIn(node.slot);
  const weights = node.slot.each.map((metric, plan) => (metric && adds[plan] ? mostOf(metric) : (own[plan] ?? 0)));
  const dropsOut = node.slot.each.map(
    (metric, plan) => node.mayNotApply[plan] === true && !(adds[plan] && metric && givesPoints(metric)),
  );
  if (!dropsOut.includes(true)) return weights;
  return by.pick(
    weights.map((weight, plan): Expression => {
      const one = plain(dialect.double(sql`${weight}`));
      return dropsOut[plan] ? express`case when ${reading(node.status)} = 3 then 0 else ${one} end` : one;
    }),
  );
}

const isAlways = (weight: Figure): boolean => !('sql' in weight) && weight.every((one) => one > 0);
