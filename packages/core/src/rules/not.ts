import * as z from 'zod/mini';
import { opposite } from './compare.ts';
import { type Rule, ruleKind } from './rule-kind.ts';

type Not = Extract<Rule, { not: unknown }>;

/** True for false, false for true; unknown stays unknown. */
export const not = ruleKind<Not>({
  is: (rule): rule is Not => 'not' in rule,
  schema: (inner) => inner && z.strictObject({ not: inner }),
  evaluate(rule, _subjects, evaluate) {
    const { truth, findings } = evaluate(rule.not);
    return {
      truth: truth === null ? null : !truth,
      findings: findings.map((finding) => ({ ...finding, is: opposite[finding.is] })),
    };
  },
  inner: (rule) => [{ path: '.not', rule: rule.not }],
});
