import type { Model } from '../model/define-model.ts';
import type { AccountGroup } from '../model/model.ts';
import { combinations, type Groups, groupings, type ResolvedModel, resolveModel } from '../model/resolve-model.ts';

/** What may be in force: each once, however many groups lead to it, the model without any group first. */
export const plansOf = (model: Model): readonly ResolvedModel[] => [
  ...new Set(combinations(model).map((groups) => resolveModel(model, groups))),
];

/** A tree that leads from the groups of an account, one grouping after another, to the place of its plan. */
export type PlanTree = number | PlanFork;

interface PlanFork {
  /** Which of the groupings is asked. */
  readonly grouping: number;
  /** Where each of its groups leads, by its place in the list. */
  readonly groups: readonly PlanTree[];
  readonly none: PlanTree;
}

/** That tree for some plans; a grouping that makes no difference is not asked. */
export function planTree(model: Model, plans: readonly ResolvedModel[]): PlanTree {
  const treeFrom = (grouping: number, chosen: Groups): PlanTree => {
    const key = groupings[grouping];
    if (key === undefined) return plans.indexOf(resolveModel(model, chosen));
    const next = (group: AccountGroup | null) => treeFrom(grouping + 1, [...chosen, group]);
    const none = next(null);
    const groups = (model[key] ?? []).map(next);
    const alike = JSON.stringify(none);
    return groups.every((one) => JSON.stringify(one) === alike) ? none : { grouping, groups, none };
  };
  return treeFrom(0, []);
}
