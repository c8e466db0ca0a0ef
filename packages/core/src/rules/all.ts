import * as z from 'zod/mini';
import { list } from '../schema/primitives.ts';
import { type Rule, ruleKind } from './rule-kind.ts';

type All = Extract<Rule, { all: unknown }>;

/** True when all are; false as soon as one is; unknown otherwise. */
export const all = ruleKind<All>({
  is: (rule): rule is All => 'all' in rule,
  schema: (inner) => inner && z.strictObject({ all: list(inner, 50).check(z.minLength(1)) }),
  evaluate(rule, _subjects, evaluate) {
    const verdicts = rule.all.map(evaluate);
    const against = verdicts.filter(({ truth }) => truth === false);
    if (against.length) return { truth: false, findings: against.flatMap(({ findings }) => findings) };
    const truth = verdicts.some((verdict) => verdict.truth === null) ? null : true;
    return { truth, findings: verdicts.flatMap(({ findings }) => findings) };
  },
  inner: (rule) => rule.all.map((rule, index) => ({ path: `.all[${index}]`, rule })),
});
