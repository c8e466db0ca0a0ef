import * as z from 'zod/mini';
import { opposite } from './compare.ts';
import type { Rule, RuleForm, RuleKind } from './rule-kind.ts';

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
