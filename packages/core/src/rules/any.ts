import * as z from 'zod/mini';
import { list } from '../schema/primitives.ts';
import { type Rule, ruleKind } from './rule-kind.ts';

type Any = Extract<Rule, { any: unknown }>;

/** True as soon as one is; false when all are; unknown otherwise. */
export const any = ruleKind<Any>({
  is: (rule): rule is Any => 'any' in rule,
  schema: (inner) => inner && z.strictObject({ any: list(inner, 50).check(z.minLength(1)) }),
  evaluate(rule, _subjects, evaluate) {
    const verdicts = rule.any.map(evaluate);
    const inFavour = verdicts.filter(({ truth }) => truth === true);
    if (inFavour.length) return { truth: true, findings: inFavour.flatMap(({ findings }) => findings) };
    const truth = verdicts.some((verdict) => verdict.truth === null) ? null : false;
    return { truth, findings: verdicts.flatMap(({ findings }) => findings) };
  },
  inner: (rule) => rule.any.map((rule, index) => ({ path: `.any[${index}]`, rule })),
});
