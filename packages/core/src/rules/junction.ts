import * as z from 'zod/mini';
import { list } from '../schema/primitives.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import type { Rule, RuleForm, RuleKind, RuleSql, Truth } from './rule-kind.ts';

/** The form `{ [key]: rules }` that one rule decides by coming out as `decisive`, and that is unknown before it is the opposite. */
export function junction<K extends 'all' | 'any'>(key: K, decisive: boolean): RuleKind<Record<K, Rule[]>> {
  return {
    key,
    truth(rule, _subjects, truthOf) {
      let truth: Truth = !decisive;
      for (const inner of rule[key]) {
        const met = truthOf(inner);
        if (met === decisive) return decisive;
        if (met === null) truth = null;
      }
      return truth;
    },
    findings: (rule, truth, _subjects, evaluate) =>
      rule[key].flatMap((inner) => {
        const verdict = evaluate(inner);
        // Once decided, only what decided it is evidence.
        return truth === decisive && verdict.truth !== decisive ? [] : verdict.findings;
      }),
    inner: (rule) => rule[key].map((rule, index) => ({ path: `.${key}[${index}]`, rule })),
    when: (truth) => ({ every: truth !== decisive, truth }),
  };
}

/** How it is written. */
export const junctionForm =
  (key: 'all' | 'any'): RuleForm =>
  (inner) =>
    // Sound: a computed key loses its name in the type of the object.
    inner && (z.strictObject({ [key]: list(inner, 50).check(z.minLength(1)) }) as unknown as z.ZodMiniType<Rule>);

/** The same in SQL, whose own `and` and `or` decide alike. */
export const junctionSql =
  <K extends 'all' | 'any'>(key: K, between: Fragment): RuleSql<Record<K, Rule[]>> =>
  (rule, _subjects, conditionOf) =>
    sql`(${join(rule[key].map(conditionOf), between)})`;
