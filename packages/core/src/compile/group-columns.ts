import type { Model } from '../model/define-model.ts';
import { type Grouping, groupings, type ResolvedModel } from '../model/resolve-model.ts';
import type { AccountReading } from '../report/account-reading.ts';
import type { Rule } from '../rules/rule-kind.ts';
import { evaluate } from '../rules/rules.ts';
import type { AssignedGroup } from '../score/assign-group.ts';
import { ours, sql } from '../sql/fragment.ts';
import { type Expression, express, type Held, joined, plain, reading } from './expression.ts';
import { type PlanTree, planTree } from './plans.ts';
import type { Row } from './row-values.ts';
import type { Column } from './staged-columns.ts';

/** The columns that say which segment, which stage and which level of maturity an account is in. */
export interface GroupColumns {
  /** The place of what is in force among the plans. */
  readonly plan: Column;
  /** For each grouping that the model has. */
  readonly groupings: ReadonlyMap<Grouping, GroupingColumns>;
}

export interface GroupingColumns {
  /** The place of the group in the model's list; null for none. */
  readonly place: Column;
  /** What each group's rule came to, a letter each in the order of the list: `t`, `f` or `u`. */
  readonly truths: Column;
}

/** Writes them. `conditionOf` gives the condition of a rule, and its first select. */
export function groupColumns(
  model: Model,
  plans: readonly ResolvedModel[],
  held: Held,
  conditionOf: (rule: Rule) => Expression,
): GroupColumns {
  const columns = new Map<Grouping, GroupingColumns>();
  for (const grouping of groupings) {
    const truths = (model[grouping] ?? []).map(({ when }) => reading(held.column(conditionOf(when))));
    if (!truths.length) continue;
    const first = truths.map((truth, place) => express` when ${truth} then ${ours(place)}`);
    const letters = truths.map((truth) => express`case when ${truth} then 't' when not ${truth} then 'f' else 'u' end`);
    columns.set(grouping, {
      place: held.column(express`case${joined(first, sql``)} end`),
      truths: held.column(joined(letters, sql` || `)),
    });
  }
  const planAt = (tree: PlanTree): Expression => {
    if (typeof tree === 'number') return plain(ours(tree));
    // Sound: what is forked on is one of the groupings that the model has.
    const { place } = columns.get(groupings[tree.grouping] as Grouping) as GroupingColumns;
    const cases = tree.groups.map((one, group) => express` when ${ours(group)} then ${planAt(one)}`);
    return express`case ${reading(place)}${joined(cases, sql``)} else ${planAt(tree.none)} end`;
  };
  return { plan: held.column(planAt(planTree(model, plans))), groupings: columns };
}

/** The segment, the stage and the maturity in a row, and why: what `assignGroups` finds of the same account. */
export function groupsIn(
  model: Model,
  columns: GroupColumns,
  row: Row,
  account: Pick<AccountReading, 'observations' | 'facts'>,
): Record<Grouping, AssignedGroup> {
  const subjects = { ...account, score: { value: null, change: null, coverage: null } };
  const groupIn = (grouping: Grouping): AssignedGroup => {
    const found = columns.groupings.get(grouping);
    const place = found && row[found.place.name];
    const group = place === null || place === undefined ? null : (model[grouping]?.[Number(place)] ?? null);
    const before = found ? String(row[found.truths.name]).slice(0, group ? Number(place) : undefined) : '';
    return {
      group,
      findings: group ? evaluate(group.when, subjects).findings : [],
      unsure: (model[grouping] ?? []).filter((_, index) => before[index] === 'u'),
    };
  };
  return { segments: groupIn('segments'), stages: groupIn('stages'), maturity: groupIn('maturity') };
}
