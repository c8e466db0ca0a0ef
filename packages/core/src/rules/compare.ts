import * as z from 'zod/mini';
import { list, type Scalar } from '../schema/primitives.ts';
import { order } from './order.ts';
import type { Compare, Comparison, Finding, Reach, RuleKind, RuleSubjects, Subject, Truth } from './rule-kind.ts';

/** How a value's place before (−), at (0) or after (+) a threshold answers. */
const answers = {
  lt: (place: number) => place < 0,
  lte: (place: number) => place <= 0,
  gt: (place: number) => place > 0,
  gte: (place: number) => place >= 0,
  eq: (place: number) => place === 0,
  ne: (place: number) => place !== 0,
};
const operators = [...(Object.keys(answers) as (keyof typeof answers)[]), 'in', 'known'] as const;

const opposites: Readonly<Record<Comparison, Comparison>> = {
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  gte: 'lt',
  eq: 'ne',
  ne: 'eq',
  in: 'not-in',
  'not-in': 'in',
  known: 'known',
};

/** What a finding becomes under `not`. */
export const opposite = (finding: Finding): Finding => ({
  ...finding,
  is: opposites[finding.is],
  threshold: finding.is === 'known' ? !finding.threshold : finding.threshold,
});

/** Where a comparison finds its value, and what that can be. */
interface Asked {
  readonly key: Subject;
  read(id: string, subjects: RuleSubjects): Scalar | null | undefined;
  reach(id: string): Reach;
}

/** The form of a rule that compares one value. Unknown when it is missing, or of another type than the threshold. */
export function comparison({ key, read, reach }: Asked): RuleKind<Compare> {
  const idOf = (rule: Compare) => rule[key] as string;
  return {
    key,
    truth: (rule, subjects) => truthOf(testsOf(rule), read(idOf(rule), subjects) ?? null),
    findings(rule, truth, subjects) {
      const subject = { from: key, id: idOf(rule) };
      const value = read(subject.id, subjects) ?? null;
      return testsOf(rule)
        .filter((test) => truth !== false || holds(test, value) === false)
        .map(({ is, threshold }) => ({ subject, value, is, threshold }));
    },
    inner: () => [],
    asks(rule) {
      const tests = testsOf(rule);
      return {
        subject: `${key} ${idOf(rule)}`,
        reach: reach(idOf(rule)),
        thresholds: tests.flatMap(({ is, threshold }) => (is === 'known' ? [] : threshold)),
        truthAt: (value) => truthOf(tests, value),
      };
    },
  };
}

/** One operator of a comparison with what is held against the value. */
export interface Test {
  readonly is: (typeof operators)[number];
  readonly threshold: Scalar | readonly Scalar[];
}

const known = new WeakMap<Compare, Test[]>();

/** What a comparison holds against its value, one operator each. */
export function testsOf(rule: Compare): Test[] {
  const found = known.get(rule);
  if (found) return found;
  const tests: Test[] = [];
  known.set(rule, tests);
  for (const is of operators) {
    const threshold = rule[is];
    if (threshold !== undefined) tests.push({ is, threshold });
  }
  return tests;
}

/** What these tests of a value come to together. */
function truthOf(tests: readonly Test[], value: Scalar | null): Truth {
  let truth: Truth = true;
  for (const test of tests) {
    const met = holds(test, value);
    if (met === false) return false;
    truth &&= met;
  }
  return truth;
}

function holds({ is, threshold }: Test, value: Scalar | null): Truth {
  if (is === 'known') return (value !== null) === threshold;
  if (value === null) return null;
  const ofItsType = (option: Scalar): boolean => typeof option === typeof value;
  if (is === 'in') {
    // Sound: `in` alone has a list, and always has one.
    const options = threshold as readonly Scalar[];
    // What is of another type cannot have been meant; where nothing is of this type, there is nothing to compare with.
    return options.some(ofItsType) ? options.includes(value) : null;
  }
  const against = threshold as Scalar;
  return ofItsType(against) ? answers[is](order(value, against)) : null;
}

/** What a comparison may be asked. */
interface Asking {
  readonly name: z.ZodMiniType<string>;
  /** What may be held against its value in order, and for being the same. */
  readonly ordered: z.ZodMiniType<number | string>;
  readonly same: z.ZodMiniType<Scalar>;
}

/** How it is written. */
export function comparisonForm(key: Subject, { name, ordered, same }: Asking): z.ZodMiniType<Compare> {
  const limit = z.optional(ordered);
  const one = z.optional(same);
  const schema = z
    .strictObject({
      [key]: name,
      lt: limit,
      lte: limit,
      gt: limit,
      gte: limit,
      eq: one,
      ne: one,
      in: z.optional(list(same, 100).check(z.minLength(1))),
      known: z.optional(z.boolean()),
    })
    .check(
      z.refine((rule: Compare) => operators.some((is) => rule[is] !== undefined), {
        error: `have one of ${operators.join(', ')}`,
        params: { code: 'no-comparison' },
      }),
    );
  // Sound: `key` is one of the subjects a Compare may have.
  return schema as unknown as z.ZodMiniType<Compare>;
}
