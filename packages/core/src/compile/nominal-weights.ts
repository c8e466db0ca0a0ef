import type { Group } from '../model/dimension.ts';
import { mostOf } from '../score/score-group.ts';
import { sql } from '../sql/fragment.ts';
import type { Figure } from './by-plan.ts';
import type { Writing } from './combining.ts';
import { type Expression, express, plain, reading } from './expression.ts';
import { givesPoints } from './metric-columns.ts';
import type { GroupNode, MetricNode } from './tree-columns.ts';

/**
 * Share of a group that its model gives each metric in it, as `nominalShares` finds it: known beforehand where all
 * metrics apply to whatever they are given.
 */
export function nominalWeights(group: GroupNode, writing: Writing): Map<MetricNode, Figure> {
  return new Map(weigh(group, writing).shares);
}

function weigh({ slot, members }: GroupNode, writing: Writing): { whole: Figure; shares: [MetricNode, Figure][] } {
  const { by, held } = writing;
  const inner = [...members.values()].map(({ node }) => {
    if (node.kind === 'metric')
      return {
        weight: weightOf(node, slot.each, writing),
        shares: [[node, by.each(() => 1)]] as [MetricNode, Figure][],
      };
    const { whole, shares } = weigh(node, writing);
    const own = node.slot.each.map((one) => (one ? (one.weight ?? 1) : 0));
    return { weight: by.where(whole, own), shares };
  });
  const sum = by.sum(inner.map(({ weight }) => weight));
  const whole = 'sql' in sum ? reading(held.column(sum)) : sum;
  return {
    whole,
    shares: inner.flatMap(({ weight, shares }) => {
      const part = by.share(weight, whole);
      return shares.map(([node, share]): [MetricNode, Figure] => [node, by.times(share, part)]);
    }),
  };
}

/** What a metric weighs among its neighbours; nothing where it does not apply, and gives no points either. */
function weightOf(node: MetricNode, groups: readonly (Group | null)[], { by, dialect }: Writing): Figure {
  const adds = groups.map((group) => group?.method === 'points');
  const weights = node.slot.each.map((metric, plan) => {
    if (!metric) return 0;
    return adds[plan] ? mostOf(metric) : (metric.weight ?? 1);
  });
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
