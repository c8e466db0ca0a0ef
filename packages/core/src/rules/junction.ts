import * as z from 'zod/mini';
import { list } from '../schema/primitives.ts';
import type { Finding, Rule, RuleKind, Truth } from './rule-kind.ts';

/** The form `{ [key]: rules }` that one rule decides by coming out as `decisive`, and that is unknown before it is the opposite. */
export function junction<K extends 'all' | 'any'>(key: K, decisive: boolean): RuleKind<Record<K, Rule[]>> {
  return {
    key,
    schema: (inner) =>
      // Sound: a computed key loses its name in the type of the object.
      inner &&
      (z.strictObject({ [key]: list(inner, 50).check(z.minLength(1)) }) as unknown as z.ZodMiniType<Record<K, Rule[]>>),
    evaluate(rule, _subjects, evaluate) {
      let truth: Truth = !decisive;
      let findings: Finding[] = [];
      for (const inner of rule[key]) {
        const verdict = evaluate(inner);
        if (verdict.truth === decisive && truth !== decisive) {
          truth = decisive;
          findings = [];
        } else if (verdict.truth === null && truth !== decisive) truth = null;
        // Once decided, only what decided it is evidence.
        if (truth === decisive && verdict.truth !== decisive) continue;
        for (const finding of verdict.findings) findings.push(finding);
      }
      return { truth, findings };
    },
    inner: (rule) => rule[key].map((rule, index) => ({ path: `.${key}[${index}]`, rule })),
    when: (truth) => ({ every: truth !== decisive, truth }),
  };
}
