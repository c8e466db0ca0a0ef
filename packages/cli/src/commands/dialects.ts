import { type Dialect, databricks, duckdb, postgres, spark, trino } from '@hale/core/sql';

/** A dialect that statements can be printed in. */
export interface Written {
  readonly name: string;
  /** Whether our tests run its statements and compare what comes of them, or a parser of that dialect takes them. */
  readonly status: 'run' | 'parsed, not run';
  readonly dialect: Dialect;
}

const written = (status: Written['status'], all: readonly Dialect[]): Written[] =>
  all.map((dialect) => ({ name: dialect.name, status, dialect }));

/** The dialects, those that our tests run first. */
export const dialects: readonly Written[] = [
  ...written('run', [duckdb, postgres, spark]),
  ...written('parsed, not run', [databricks, trino]),
];
