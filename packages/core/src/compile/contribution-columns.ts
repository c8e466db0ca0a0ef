import type { ByPlan } from './by-plan.ts';
import { type Expression, express, reading } from './expression.ts';
import type { Column } from './staged-columns.ts';
import type { GroupNode, MetricNode } from './tree-columns.ts';

/** What a metric is to a score; null in plans that do not have it. */
export interface ContributionColumns {
  /** The place of its status in `statuses`. */
  readonly status: Expression;
  /** 0–100; null when it does not count. */
  readonly normalized: Expression;
  /** Share of the score that it decides, 0–1. */
  readonly weight: Expression;
  /** Points of the score; null when there is none. */
  readonly points: Expression;
}

/** Points of a score that no metric gave. */
export interface HeldColumns {
  readonly group: string;
  readonly role: 'start' | 'limit';
  readonly points: Expression;
}

/** What made a score: points add up to it, but for the last digits. */
export interface Contributions {
  /** By metric id. */
  readonly metrics: ReadonlyMap<string, ContributionColumns>;
  readonly held: readonly HeldColumns[];
}

/** Finds what each part of a tree gives of the score in a column, by the shares of all the groups around it. */
export function contributionColumns(tree: GroupNode, score: Column, by: ByPlan): Contributions {
  const metrics = new Map<string, (ContributionColumns | null)[]>();
  const held: HeldColumns[] = [];
  const givenTo = (part: Expression, around: Expression | null) =>
    express`case when ${reading(score)} is not null then ${around ? express`${part} * ${around}` : part} end`;

  const walkGroup = (node: GroupNode, around: Expression | null) => {
    const id = node.slot.each.find((one) => one !== null)?.id ?? '';
    if (node.starts.some((one) => one !== 0))
      held.push({ group: id, role: 'start', points: givenTo(by.write(node.starts), around) });
    if (node.limit)
      held.push({ group: id, role: 'limit', points: givenTo(express`coalesce(${reading(node.limit)}, 0)`, around) });
    for (const { node: inner, share, part } of node.members.values()) {
      const own = express`coalesce(${reading(share)}, 0)`;
      const within = around ? express`${own} * ${around}` : own;
      if (inner.kind === 'group') walkGroup(inner, within);
      else walkMetric(inner, part, own, within, around);
    }
  };

  const walkMetric = (
    node: MetricNode,
    part: Column | null,
    own: Expression,
    within: Expression,
    around: Expression | null,
  ) => {
    const [status, normalized] = [reading(node.status), reading(node.normalized)];
    const ofScore = express`${normalized} * ${own}`;
    const value = express`coalesce(${part ? express`${reading(part)}, ${ofScore}` : ofScore}, 0)`;
    const weight = express`case when ${normalized} is null then 0 else least(1, ${within}) end`;
    const columns = { status, normalized, weight, points: givenTo(value, around) };
    node.slot.each.forEach((metric, plan) => {
      if (!metric) return;
      const each = metrics.get(metric.id) ?? node.slot.each.map(() => null);
      each[plan] = columns;
      metrics.set(metric.id, each);
    });
  };

  walkGroup(tree, null);
  const pick = (each: readonly (ContributionColumns | null)[], key: keyof ContributionColumns) =>
    by.pick(each.map((one) => one?.[key] ?? null));
  return {
    metrics: new Map(
      [...metrics].map(([id, each]) => [
        id,
        {
          status: pick(each, 'status'),
          normalized: pick(each, 'normalized'),
          weight: pick(each, 'weight'),
          points: pick(each, 'points'),
        },
      ]),
    ),
    held,
  };
}
