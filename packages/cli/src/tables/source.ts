import type { Scalar } from './cells.ts';

export type Format = 'csv' | 'json' | 'ndjson' | 'parquet';

/** A column of a file, as expressions over the rows of its relation. */
export interface SourceColumn {
  readonly name: string;
  /** Its type in DuckDB: VARCHAR for all that is read as text. */
  readonly type: string;
  /** The cell as it is, and as text; null where it is empty. */
  readonly cell: string;
  readonly text: string;
  /** Its value, of whatever type; null where that is text, of which only all cells tell what it is. */
  readonly scalar: Scalar | null;
}

/** A file of rows that DuckDB can read. */
export interface Source {
  /** Where it lies; standard input is put into a file first. */
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  readonly format: Format;
  /** What separates cells, in CSV. */
  readonly delimiter: string;
  /** The line that the names of the columns stand on, in CSV. */
  readonly header: number;
  /** What stands after `from`. */
  readonly relation: string;
  /** The columns it has, by name. */
  readonly columns: ReadonlyMap<string, SourceColumn>;
}

/** Runs a query of DuckDB and gives its rows. */
export type Query = (text: string) => Promise<Record<string, unknown>[]>;
