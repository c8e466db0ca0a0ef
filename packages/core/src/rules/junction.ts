import * as z from 'zod/mini';
import { list } from '../schema/primitives.ts';
import type { Rule, RuleKind } from './rule-kind.ts';

/** The form `{ [key]: rules }` that one rule decides by coming out as `decisive`, and that is unknown before it is the opposite. */
export function junction<K extends 'all' | 'any'>(key: K, decisive: boolean): RuleKind<Record<K, Rule[]>> {
  return {
    key,
    schema: (inner) =>
      // Sound: a computed key loses its name in the type of the object.
      inner &&
      (z.strictObject({ [key]: list(inner, 50).check(z.minLength(1)) }) as unknown as z.ZodMiniType<Record<K, Rule[]>>),
    evaluate(rule, _subjects, evaluate) {
      const verdicts = rule[key].map(evaluate);
      const deciding = verdicts.filter(({ truth }) => truth === decisive);
      const unknown = verdicts.some(({ truth }) => truth === null);
      return {
        truth: deciding.length ? decisive : unknown ? null : !decisive,
        findings: (deciding.length ? deciding : verdicts).flatMap(({ findings }) => findings),
      };
    },
    inner: (rule) => rule[key].map((rule, index) => ({ path: `.${key}[${index}]`, rule })),
    when: (truth) => ({ every: truth !== decisive, truth }),
  };
}
