import type { Model, Report } from '@hale/core';

/** Accounts that can be scored, wherever they are kept. */
export interface Book {
  /** How many there are; null where that is not known before they are read. */
  readonly size: number | null;
  /**
   * The reports of every account by each of these models, in their order, as of an instant in milliseconds; accounts come
   * one after another, and are never all in memory.
   */
  reports(models: readonly Model[], now: number): AsyncIterable<readonly Report[]>;
  /** Lets go of what it holds. */
  close(): Promise<void>;
}
