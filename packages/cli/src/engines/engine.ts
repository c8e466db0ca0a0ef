import type { Account } from '@hale/core';
import type { Dialect, Statement } from '@hale/core/sql';

/** A database that runs what models compile to, over the relational shape of `@hale/core/docs/sql.md`. */
export interface Engine {
  /** As `--engine` names it: `duckdb`. */
  readonly name: string;
  /** What statements are compiled for. */
  readonly dialect: Dialect;
  /** Makes the tables of the relational shape, and has them hold these accounts and no others. */
  fill(accounts: readonly Account[]): Promise<void>;
  /** The rows of a statement by column name: numbers may be bigint, lists are arrays. Rejects with what the engine says is wrong. */
  run(statement: Statement): Promise<Record<string, unknown>[]>;
  /** Lets go of everything it holds. */
  close(): Promise<void>;
}
