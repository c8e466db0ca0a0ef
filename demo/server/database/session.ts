import type { Dialect } from '@hale/core/sql';
import type { BulkAppender } from './appender.ts';
import type { Rows, TableName } from './rows.ts';
import type { Parameters, Plain } from './values.ts';

/** A row by column name. */
export type Row = Record<string, Plain>;

/** Where statements run: the database itself, or one transaction on it. They are written so that each engine takes them. */
export interface Session {
  /** What models are compiled for. */
  readonly dialect: Dialect;
  /** Accounts times instants that are read best in one statement. */
  readonly span: number;
  /**
   * The rows a query gives, as plain objects. `T` is the caller's word for the columns it asked for.
   * `at` is a keyword of DuckDB: write `"at"`, or `e.at` with the table's alias. A list is for `= ANY($ids)`.
   */
  rows<T extends object = Row>(sql: string, parameters?: Parameters): Promise<T[]>;
  /** Runs a statement whose rows nobody wants. */
  run(sql: string, parameters?: Parameters): Promise<void>;
}

/** A session whose changes are seen by others all at once, or never. */
export interface Transaction extends Session {
  /** Opens a table for appending many rows; they are all in it once the appender, or the transaction, is closed. */
  append<T extends TableName>(table: T): Promise<BulkAppender<Rows[T]>>;
  /** The same for a temporary table of the caller's own. */
  appendTemporary<R extends object>(table: string): Promise<BulkAppender<R>>;
  /** Makes an empty table in place of one of that name; its columns are written in the types of `shape.ts`. */
  create(table: string, columns: string): Promise<void>;
}

/** A database that is read and written. */
export interface Store extends Session {
  /**
   * Runs `work` in a transaction: committed when it is done, rolled back when it throws. Transactions wait for
   * each other, so never begin one inside another; reads do not wait, and see what was there before.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** An open database file. */
export interface Database extends Store {
  readonly file: string;
  /** Closes the file. Call it once, when no statement is running. */
  close(): void;
}
