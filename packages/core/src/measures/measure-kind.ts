import type { Unit } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import type { Condition, Fragment } from '../sql/fragment.ts';
import type { AccountIndex } from './account-index.ts';

/** One number read from an account; `value` is null when it is missing. */
export interface Observation {
  readonly value: number | null;
  /** When it was observed, in milliseconds; null when that is unknown. */
  readonly at: number | null;
  /** The numbers it was made of, for the explanation: `{ part: 41, whole: 60 }`. */
  readonly parts?: Readonly<Record<string, number>>;
}

export const missing: Observation = { value: null, at: null };

/** An instant to read at, and how far back measures look from there. */
export interface ReachContext {
  /** The instant read at, in milliseconds. Nothing at or after it is seen. */
  readonly now: number;
  /** The model's IANA time zone; null for UTC. */
  readonly zone: string | null;
  /** The earliest instant another measure looks at when read at `at`; `at` itself when it has no window. */
  reach(id: string, at: number): number;
}

/** What a measure reads from: an account at an instant, and other measures at any instant. */
export interface ReadContext extends ReachContext {
  readonly account: AccountIndex;
  /** Another measure, at `now` or at an earlier instant. */
  measure(id: string, at?: number): Observation;
}

/** An observation as SQL expressions over the columns that the context hands out. */
export interface SqlObservation {
  readonly value: Fragment;
  /** Milliseconds since 1970, or null. */
  readonly at: Fragment;
  readonly parts?: Readonly<Record<string, Fragment>>;
}

/** The same context for a statement that reads all accounts at once. */
export interface SqlContext extends ReachContext {
  readonly dialect: Dialect;
  measure(id: string, at?: number): SqlObservation;
  /**
   * An aggregate over the account's rows of `events e` for which `where` holds; returns the column that will hold it,
   * null where there are no such rows.
   */
  event(aggregate: Fragment, where: Condition): Fragment;
  /** The same over rows `e` that a select in brackets makes of events; it must give their `account_id`. */
  over(rows: Fragment, aggregate: Fragment): Fragment;
  /** Holds expressions in columns of their own, so that what reads one many times need not repeat it. */
  hold(expressions: readonly Fragment[]): Fragment[];
  /** The newest value of a fact at or before `at`; returns its columns. */
  fact(name: string, at: number): { number: Fragment; at: Fragment };
  /** The same value where it is text; null where it is not. */
  factText(name: string, at: number): Fragment;
  /** True where this event is recorded for the account. */
  tracks(event: string): Fragment;
  /** When the account began, as a timestamp column. */
  readonly since: Fragment;
}

/**
 * A way to read one number from an account. Each kind answers for itself: shared code never asks which kind it has.
 * To add one: write its file and add its line in `kinds.ts`; the types then ask for the line of its form in `forms.ts`
 * and of its SQL in `sql-kinds.ts`, which lie apart so that a page that scores does not carry them.
 */
export interface MeasureKind<M extends { kind: string } = never> {
  readonly kind: M['kind'];
  /** How its values are shown when the model does not say; told the units of other measures where it depends on them. */
  readonly unit: Unit | ((measure: M, unitOf: (id: string) => Unit) => Unit);
  /** Ids of the measures it reads. */
  uses?(measure: M): readonly string[];
  /** The earliest instant it looks at when read at `context.now`; that instant itself where absent. */
  reach?(measure: M, context: ReachContext): number;
  read(measure: M, context: ReadContext): Observation;
  /** A value in words, where the number is a code for something: −1 is “missed”. */
  says?(measure: M, value: number): string;
  /** The parts in words: "41 of 60". `words` says a number, in the unit of another measure where its id is given. */
  detail?(parts: Readonly<Record<string, number>>, words: (value: number, like?: string) => string, measure: M): string;
}

/** Keeps a kind's own type while it is written down. */
export const measureKind = <M extends { kind: string }>(kind: MeasureKind<M>): MeasureKind<M> => kind;

/** The same number in a statement that reads all accounts at once. */
export type MeasureSql<M> = (measure: M, context: SqlContext) => SqlObservation;
