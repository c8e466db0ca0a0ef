import type { Account, Model, Report } from '@hale/core';
import type { Outcome } from '@hale/core/validation';

/** Instants in milliseconds; null where there is no such event. */
export interface EventSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Accounts that can be scored, wherever they are kept. */
export interface Book {
  /** How many there are; null where that is not known before they are read. */
  readonly size: number | null;
  /**
   * The reports of every account by each of these models, in their order, as of an instant in milliseconds; accounts come
   * one after another, and are never all in memory.
   */
  reports(models: readonly Model[], now: number): AsyncIterable<readonly Report[]>;
  /** The accounts themselves, one after another, without the scores they have been given before. */
  accounts(): AsyncIterable<Account>;
  /** When events of a name begin, and when events end; null where that is not known before all are read. */
  span(name: string): Promise<EventSpan | null>;
  /** What became of accounts, where that is kept beside them; null where it is not. */
  outcomes(): Promise<readonly Outcome[] | null>;
  /** Lets go of what it holds. */
  close(): Promise<void>;
}
