import type { Fragment } from '../sql/fragment.ts';
import { allSql } from './all.ts';
import { anySql } from './any.ts';
import { notSql } from './not.ts';
import type { Rule, RuleSql, SqlSubjects } from './rule-kind.ts';
import { formOf } from './rules.ts';
import { dimensionSql, factSql, measureSql, scoreSql } from './subjects.ts';

/** The SQL of every form a rule can take, by its key: one line each. A test sees to it that none is left out. */
const sqlForms: Readonly<Record<string, RuleSql<never>>> = {
  all: allSql,
  any: anySql,
  not: notSql,
  measure: measureSql,
  fact: factSql,
  score: scoreSql,
  dimension: dimensionSql,
};

/** A rule as a condition that is true, false or, where it cannot be decided, null. */
export function conditionOf(rule: Rule, subjects: SqlSubjects): Fragment {
  // Sound because it is looked up by the key of the rule's own form.
  const write = sqlForms[formOf(rule).key] as RuleSql<Rule>;
  return write(rule, subjects, (inner) => conditionOf(inner, subjects));
}
