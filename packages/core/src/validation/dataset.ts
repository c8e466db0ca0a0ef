/** An account as it was known on a day, and what became of it. */
export interface DataRow {
  readonly account: string;
  /** In milliseconds: what is known was so before it, what became of it came at it or after. */
  readonly cutOff: number;
  /** A value for each column, null where it is missing; a word where the column is a plan or the like. */
  readonly values: readonly (number | string | null)[];
  /** When each was observed, in milliseconds; null where it is missing or nobody knows. */
  readonly observed: readonly (number | null)[];
  readonly happened: boolean;
}

/** Rows of account × cut-off, in the order of cut-offs and then of accounts. */
export interface Dataset<Row extends DataRow = DataRow> {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** How far ahead an outcome counts, in milliseconds. */
  readonly horizon: number;
  readonly leftOut: LeftOut;
}

/** Pairs of account and cut-off that are no rows, by why. */
export interface LeftOut {
  /** It was not a customer yet. */
  readonly notYet: number;
  /** It was a customer no more. */
  readonly gone: number;
  /** What became of it is not known to the end of the horizon, of nobody alive then. */
  readonly unfinished: number;
  /** Nobody knows since when it has been a customer. */
  readonly noStart: number;
}
