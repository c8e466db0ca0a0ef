import type { Model } from '../model/define-model.ts';
import type { AccountGroup } from '../model/model.ts';
import type { Grouping } from '../model/resolve-model.ts';
import type { Finding, RuleSubjects } from '../rules/rule-kind.ts';
import { evaluate, truthOf } from '../rules/rules.ts';

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
  const first = (grouping: Grouping) => firstTrue(model[grouping] ?? [], all);
  return { segments: first('segments'), stages: first('stages'), maturity: first('maturity') };
}

function firstTrue(groups: readonly AccountGroup[], subjects: RuleSubjects): AssignedGroup {
  const unsure: AccountGroup[] = [];
  for (const group of groups) {
    const truth = truthOf(group.when, subjects);
    if (truth) return { group, findings: evaluate(group.when, subjects).findings, unsure };
    if (truth === null) unsure.push(group);
  }
  return { group: null, findings: [], unsure };
}
