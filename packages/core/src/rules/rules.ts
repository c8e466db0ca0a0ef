import * as z from 'zod/mini';
import { all } from './all.ts';
import { any } from './any.ts';
import { compare } from './compare.ts';
import { not } from './not.ts';
import type { Compare, Rule, RuleKind, RuleSubjects, Verdict } from './rule-kind.ts';

/** The registry: every form a rule can take. `compare` comes last: it is what has none of the others' keys. */
const kinds: readonly RuleKind<Rule>[] = [all, any, not, compare].map((kind) => kind as unknown as RuleKind<Rule>);

/** How deep rules may be nested. A fixed depth, because a recursive schema can be made to overflow the stack. */
const depth = 5;

function schemaAt(level: number): z.ZodMiniType<Rule> {
  const inner = level > 1 ? schemaAt(level - 1) : null;
  const forms = kinds.map((kind) => kind.schema(inner)).filter((form) => form !== null);
  return z.union(forms);
}

/** A rule of up to five levels. */
export const rule: z.ZodMiniType<Rule> = schemaAt(depth);

const kindOf = (rule: Rule): RuleKind<Rule> => kinds.find((kind) => kind.is(rule)) as RuleKind<Rule>;

/** Evaluates a rule to true, false or unknown, with the comparisons that decided it. */
export function evaluate(rule: Rule, subjects: RuleSubjects): Verdict {
  return kindOf(rule).evaluate(rule, subjects, (inner) => evaluate(inner, subjects));
}

/** Every comparison in a rule, with its path. */
export function comparisons(rule: Rule, path: string): { path: string; compare: Compare }[] {
  const inner = kindOf(rule).inner(rule);
  if (inner.length) return inner.flatMap((next) => comparisons(next.rule, path + next.path));
  return [{ path, compare: rule as Compare }];
}
