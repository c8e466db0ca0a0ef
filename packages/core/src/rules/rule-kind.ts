import type * as z from 'zod/mini';
import type { DatedFact } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import type { Scalar } from '../schema/primitives.ts';

/** One value held against one or more thresholds, all of which must hold. */
export interface Compare {
  measure?: string | undefined;
  fact?: string | undefined;
  score?: 'value' | 'change' | 'coverage' | undefined;
  lt?: number | string | undefined;
  lte?: number | string | undefined;
  gt?: number | string | undefined;
  gte?: number | string | undefined;
  eq?: Scalar | undefined;
  ne?: Scalar | undefined;
  in?: Scalar[] | undefined;
}

/** A condition as data. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | Compare;

/** How a value was held against a threshold. */
export type Comparison = 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'ne' | 'in' | 'not-in';

/** True, false, or null: unknown. As in SQL, unknown is neither. */
export type Truth = boolean | null;

/** What a rule may ask about. */
export interface RuleSubjects {
  readonly observations: ReadonlyMap<string, Observation>;
  readonly facts: ReadonlyMap<string, DatedFact>;
  /** Named figures of the score itself: `value`, `change`, `coverage`; null where there is none. */
  readonly score: Readonly<Record<'value' | 'change' | 'coverage', number | null>>;
}

/** A comparison that decided a rule: who was asked, what was met, what it was held against. */
export interface Finding {
  readonly subject: { readonly from: 'measure' | 'fact' | 'score'; readonly id: string };
  readonly value: Scalar | null;
  readonly is: Comparison;
  readonly threshold: Scalar | readonly Scalar[];
}

/** A verdict with the findings that led to it. */
export interface Verdict {
  readonly truth: Truth;
  readonly findings: readonly Finding[];
}

/**
 * One form a rule can take, told apart by its key. To add one: write its file, add its line in `rules.ts`.
 */
export interface RuleKind<R> {
  /** Whether a parsed rule has this form. */
  is(rule: Rule): rule is R & Rule;
  /** Its schema, given the schema of the rules it may hold; null where it may hold no more. */
  schema(inner: z.ZodMiniType<Rule> | null): z.ZodMiniType<R> | null;
  evaluate(rule: R, subjects: RuleSubjects, evaluate: (inner: Rule) => Verdict): Verdict;
  /** The rules inside it, with their paths. */
  inner(rule: R): readonly { readonly path: string; readonly rule: Rule }[];
}

/** Keeps a form's own type while it is written down. */
export const ruleKind = <R>(kind: RuleKind<R>): RuleKind<R> => kind;
