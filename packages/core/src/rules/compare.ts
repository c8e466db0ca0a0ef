import * as z from 'zod/mini';
import { id, list, type Scalar, scalar } from '../schema/primitives.ts';
import { type Compare, type Comparison, type Finding, type RuleSubjects, ruleKind, type Truth } from './rule-kind.ts';

const ordered = z.union([z.number(), z.string().check(z.maxLength(2000))]);

const schema = z
  .strictObject({
    measure: z.optional(id),
    fact: z.optional(id),
    score: z.optional(z.enum(['value', 'change', 'coverage'])),
    lt: z.optional(ordered),
    lte: z.optional(ordered),
    gt: z.optional(ordered),
    gte: z.optional(ordered),
    eq: z.optional(scalar),
    ne: z.optional(scalar),
    in: z.optional(list(scalar, 100).check(z.minLength(1))),
  })
  .check(
    z.refine((rule) => ['measure', 'fact', 'score'].filter((key) => key in rule).length === 1, {
      error: 'ask about exactly one of measure, fact or score',
    }),
    z.refine((rule) => operators.some((operator) => operator in rule), {
      error: 'have one of lt, lte, gt, gte, eq, ne or in',
    }),
  );

const operators = ['lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'in'] as const;

/** What each comparison becomes under `not`. */
export const opposite: Readonly<Record<Comparison, Comparison>> = {
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  gte: 'lt',
  eq: 'ne',
  ne: 'eq',
  in: 'not-in',
  'not-in': 'in',
};

/** Compares one value. Unknown when the value is missing, or of another type than the threshold. */
export const compare = ruleKind<Compare>({
  is: (rule): rule is Compare => !('all' in rule || 'any' in rule || 'not' in rule),
  schema: () => schema,
  evaluate(rule, subjects) {
    const subject = subjectOf(rule);
    const value = valueAt(subject, subjects);
    const results = operators.flatMap((is) => {
      const threshold = rule[is];
      if (threshold === undefined) return [];
      return [{ truth: holds(value, is, threshold), finding: { subject, value, is, threshold } }];
    });
    const failed = results.filter(({ truth }) => truth === false);
    const truth = failed.length ? false : results.some(({ truth }) => truth === null) ? null : true;
    return { truth, findings: (failed.length ? failed : results).map(({ finding }) => finding) };
  },
  inner: () => [],
});

/** Which of the account's values a comparison asks about. */
function subjectOf({ measure, fact, score }: Compare): Finding['subject'] {
  if (measure !== undefined) return { from: 'measure', id: measure };
  if (fact !== undefined) return { from: 'fact', id: fact };
  return { from: 'score', id: score ?? 'value' };
}

function valueAt({ from, id }: Finding['subject'], { observations, facts, score }: RuleSubjects): Scalar | null {
  if (from === 'measure') return observations.get(id)?.value ?? null;
  if (from === 'fact') return facts.get(id)?.value ?? null;
  return score[id as keyof RuleSubjects['score']];
}

function holds(value: Scalar | null, is: (typeof operators)[number], threshold: Scalar | readonly Scalar[]): Truth {
  if (value === null) return null;
  if (Array.isArray(threshold)) {
    const comparable = threshold.filter((option) => typeof option === typeof value);
    return comparable.length ? comparable.includes(value) : null;
  }
  const against = threshold as Scalar;
  if (typeof value !== typeof against) return null;
  switch (is) {
    case 'lt':
      return value < against;
    case 'lte':
      return value <= against;
    case 'gt':
      return value > against;
    case 'gte':
      return value >= against;
    case 'ne':
      return value !== against;
    default:
      return value === against;
  }
}
