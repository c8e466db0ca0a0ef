import type * as z from 'zod/mini';
import type { Unit } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import type { Fragment } from '../sql/fragment.ts';
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

/** What a measure reads from: an account at an instant, and other measures at any instant. */
export interface ReadContext {
  readonly account: AccountIndex;
  /** The instant read at, in milliseconds. Nothing at or after it is seen. */
  readonly now: number;
  /** Another measure, at `now` or at an earlier instant. */
  measure(id: string, at?: number): Observation;
  /** How far back another measure looks, in milliseconds; 0 when it has no window. */
  span(id: string): number;
}

/** An observation as SQL expressions over the columns that the context hands out. */
export interface SqlObservation {
  readonly value: Fragment;
  /** Milliseconds since 1970, or null. */
  readonly at: Fragment;
  readonly parts?: Readonly<Record<string, Fragment>>;
}

/** The same context for a statement that reads all accounts at once. */
export interface SqlContext {
  readonly dialect: Dialect;
  readonly now: number;
  measure(id: string, at?: number): SqlObservation;
  span(id: string): number;
  /**
   * An aggregate over the account's rows of `events e` for which `where` holds; returns the column that will hold it,
   * null where there are no such rows.
   */
  event(aggregate: Fragment, where: Fragment): Fragment;
  /** The newest value of a fact at or before `at`; returns its columns. */
  fact(name: string, at: number): { number: Fragment; at: Fragment };
  /** True where this event is recorded for the account. */
  tracks(event: string): Fragment;
  /** When the account began, as a timestamp column. */
  readonly since: Fragment;
}

/**
 * A way to read one number from an account. Each kind answers for itself: shared code never asks which kind it has.
 * To add one: write its file, add its line in `kinds.ts`.
 */
export interface MeasureKind<M extends { kind: string } = never> {
  readonly kind: M['kind'];
  readonly schema: z.ZodMiniType<M>;
  /** How its values are shown when the model does not say. */
  readonly unit: Unit;
  /** Ids of the measures it reads. */
  uses?(measure: M): readonly string[];
  /** How far back it looks, in milliseconds. */
  span(measure: M, spanOf: (id: string) => number): number;
  read(measure: M, context: ReadContext): Observation;
  sql(measure: M, context: SqlContext): SqlObservation;
  /** The parts in words: "41 of 60". */
  detail?(parts: Readonly<Record<string, number>>, words: (value: number) => string): string;
}

/** Keeps a kind's own type while it is written down. */
export const measureKind = <M extends { kind: string }>(kind: MeasureKind<M>): MeasureKind<M> => kind;
