import * as z from 'zod/mini';
import { opposite } from './compare.ts';
import type { Rule, RuleKind } from './rule-kind.ts';

/** True for false, false for true; unknown stays unknown. */
export const not: RuleKind<{ not: Rule }> = {
  key: 'not',
  schema: (inner) => inner && z.strictObject({ not: inner }),
  evaluate(rule, _subjects, evaluate) {
    const { truth, findings } = evaluate(rule.not);
    return { truth: truth === null ? null : !truth, findings: findings.map(opposite) };
  },
  inner: (rule) => [{ path: '.not', rule: rule.not }],
  when: (truth) => ({ every: true, truth: !truth }),
};
