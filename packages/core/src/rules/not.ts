import * as z from 'zod/mini';
import { sql } from '../sql/fragment.ts';
import { opposite } from './compare.ts';
import type { Rule, RuleForm, RuleKind, RuleSql } from './rule-kind.ts';

/** True for false, false for true; unknown stays unknown. */
export const not: RuleKind<{ not: Rule }> = {
  key: 'not',
  truth(rule, _subjects, truthOf) {
    const truth = truthOf(rule.not);
    return truth === null ? null : !truth;
  },
  findings: (rule, _truth, _subjects, evaluate) => evaluate(rule.not).findings.map(opposite),
  inner: (rule) => [{ path: '.not', rule: rule.not }],
  when: (truth) => ({ every: true, truth: !truth }),
};

/** How it is written. */
export const notForm: RuleForm = (inner) => inner && z.strictObject({ not: inner });

/** The same for all accounts at once. */
export const notSql: RuleSql<{ not: Rule }> = (rule, _subjects, conditionOf) => sql`(not ${conditionOf(rule.not)})`;
