import { all } from './all.ts';
import { any } from './any.ts';
import { not } from './not.ts';
import type { Compare, Rule, RuleKind, RuleSubjects, Truth, Verdict } from './rule-kind.ts';
import { dimension, fact, measure, score } from './subjects.ts';

/** The registry: every form a rule can take. Its schema has a line in `forms.ts`. */
const kinds: readonly RuleKind<Rule>[] = [all, any, not, measure, fact, score, dimension];

const byName = new Map(kinds.map((kind) => [kind.key, kind]));

/** The form that answers for a rule. A parsed rule always has one. */
export const formOf = (rule: Rule): RuleKind<Rule> => {
  for (const key in rule) {
    const form = byName.get(key);
    if (form) return form;
  }
  throw new TypeError('A rule has one of the keys of its forms.');
};

/** Whether a rule is true, false or unknown. */
export function truthOf(rule: Rule, subjects: RuleSubjects): Truth {
  return formOf(rule).truth(rule, subjects, (inner) => truthOf(inner, subjects));
}

/** Evaluates a rule to true, false or unknown, with the comparisons that decided it. */
export function evaluate(rule: Rule, subjects: RuleSubjects): Verdict {
  const truth = truthOf(rule, subjects);
  return { truth, findings: formOf(rule).findings(rule, truth, subjects, (inner) => evaluate(inner, subjects)) };
}

/** Every comparison in a rule, with its path. */
export function comparisons(rule: Rule, path: string): { path: string; compare: Compare }[] {
  const inner = formOf(rule).inner(rule);
  if (inner.length) return inner.flatMap((next) => comparisons(next.rule, path + next.path));
  return [{ path, compare: rule as Compare }];
}
