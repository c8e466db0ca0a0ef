import type { Model } from '../model/define-model.ts';
import type { AccountGroup } from '../model/model.ts';
import { type Grouping, groupings } from '../model/resolve-model.ts';
import type { Finding, RuleSubjects } from '../rules/rule-kind.ts';
import { evaluate } from '../rules/rules.ts';

/** The group an account is in, and why. */
export interface AssignedGroup {
  /** Null where no rule was true. */
  readonly group: AccountGroup | null;
  readonly findings: readonly Finding[];
  /** Groups before it in the list whose rule could not be decided: with more data one of them might have won. */
  readonly unsure: readonly AccountGroup[];
}

/** Segment, stage and maturity of an account: in each list the first group whose rule is true. */
export function assignGroups(
  model: Model,
  subjects: Pick<RuleSubjects, 'observations' | 'facts'>,
): Record<Grouping, AssignedGroup> {
  const all = { ...subjects, score: { value: null, change: null, coverage: null } };
  return Object.fromEntries(
    groupings.map((grouping) => [grouping, firstTrue(model[grouping] ?? [], all)]),
    // Sound: each of the names is in the list.
  ) as Record<Grouping, AssignedGroup>;
}

function firstTrue(groups: readonly AccountGroup[], subjects: RuleSubjects): AssignedGroup {
  const unsure: AccountGroup[] = [];
  for (const group of groups) {
    const { truth, findings } = evaluate(group.when, subjects);
    if (truth === true) return { group, findings, unsure };
    if (truth === null) unsure.push(group);
  }
  return { group: null, findings: [], unsure };
}
