import type * as z from 'zod/mini';
import type { DatedFact } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import type { Scalar } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import type { Fragment } from '../sql/fragment.ts';

/** One value held against one or more thresholds, all of which must hold. It has one of the first four. */
export interface Compare {
  measure?: string | undefined;
  fact?: string | undefined;
  score?: 'value' | 'change' | 'coverage' | undefined;
  /** The score of a dimension, by its id. */
  dimension?: string | undefined;
  /** Numbers by size; text by code point, so that days as `YYYY-MM-DD` are in order. A value of the other type is unknown. */
  lt?: number | string | undefined;
  lte?: number | string | undefined;
  gt?: number | string | undefined;
  gte?: number | string | undefined;
  eq?: Scalar | undefined;
  ne?: Scalar | undefined;
  /** Looks among those of the value's own type; unknown where there are none. */
  in?: Scalar[] | undefined;
  /** Whether there is a value at all. Never unknown itself. */
  known?: boolean | undefined;
}

/** A condition as data. Written out, because a type cannot be derived from a list of values that need it themselves. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | Compare;

/** What a comparison may ask about. */
export type Subject = 'measure' | 'fact' | 'score' | 'dimension';

/** How a value was held against a threshold. */
export type Comparison = 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'ne' | 'in' | 'not-in' | 'known';

/** True, false, or null: unknown. As in SQL, unknown is neither. */
export type Truth = boolean | null;

/** What a rule may ask about. */
export interface RuleSubjects {
  readonly observations: ReadonlyMap<string, Observation>;
  readonly facts: ReadonlyMap<string, DatedFact>;
  /** Named figures of the score itself: `value`, `change`, `coverage`; null where there is none. */
  readonly score: Readonly<Record<'value' | 'change' | 'coverage', number | null>>;
  /** Scores of the dimensions by id, 0–100; null, like one that is not there, is unknown. */
  readonly dimensions?: ReadonlyMap<string, number | null>;
}

/** A comparison that decided a rule: who was asked, what was met, what it was held against. */
export interface Finding {
  readonly subject: { readonly from: Subject; readonly id: string };
  readonly value: Scalar | null;
  readonly is: Comparison;
  /** For `known`, whether the value was to be there. */
  readonly threshold: Scalar | readonly Scalar[];
}

/** A verdict with the findings that led to it. */
export interface Verdict {
  readonly truth: Truth;
  readonly findings: readonly Finding[];
}

/** What a value can be: numbers from `least` to `most`, and text and truth values too where `any`. */
export interface Reach {
  readonly least: number;
  readonly most: number;
  readonly any?: boolean;
}

/** What a comparison asks, for those who reason about rules without an account. */
export interface Question {
  /** Names the value asked about: the same text for the same value, and for no other. */
  readonly subject: string;
  readonly reach: Reach;
  /** What the value is held against. */
  readonly thresholds: readonly Scalar[];
  /** What the comparison comes to for this value; null is one that is missing. */
  truthAt(value: Scalar | null): Truth;
}

/** The schema of one form of rule, given that of the rules it may hold; null where it may hold no more. */
export type RuleForm = (inner: z.ZodMiniType<Rule> | null) => z.ZodMiniType<Rule> | null;

/**
 * One form a rule can take, told by its key. To add one: write its file, add its line in `rules.ts`, that of its schema
 * in `forms.ts` and that of its SQL in `sql-forms.ts`, and its shape to `Rule` above, without which the lines do not compile.
 */
export interface RuleKind<R> {
  /** The key that only rules of this form have. */
  readonly key: string;
  /** What it comes out as, given what the rules inside it do. */
  truth(rule: R, subjects: RuleSubjects, truthOf: (inner: Rule) => Truth): Truth;
  /** The comparisons that made it come out as `truth`. */
  findings(rule: R, truth: Truth, subjects: RuleSubjects, evaluate: (inner: Rule) => Verdict): readonly Finding[];
  /** The rules inside it, with their paths. */
  inner(rule: R): readonly { readonly path: string; readonly rule: Rule }[];
  /** When it comes out as `truth`: when every rule inside it, or else one of them, comes out as which. */
  when?(truth: boolean): { readonly every: boolean; readonly truth: boolean };
  /** For a comparison, and for no other form: what it asks. */
  asks?(rule: R): Question;
}

/** A value in SQL: an expression for each type it can have, of which at most one is not null. */
export interface SqlScalar {
  readonly number?: Fragment;
  readonly text?: Fragment;
  readonly boolean?: Fragment;
}

/** What a rule may ask about, in a statement that reads all accounts at once. */
export interface SqlSubjects {
  readonly dialect: Dialect;
  /** Without expressions where there can be no value. */
  value(from: Subject, id: string): SqlScalar;
}

/** What a form of rule comes out as in SQL: true, false or null. `conditionOf` writes the rules inside it. */
export type RuleSql<R> = (rule: R, subjects: SqlSubjects, conditionOf: (inner: Rule) => Fragment) => Fragment;
