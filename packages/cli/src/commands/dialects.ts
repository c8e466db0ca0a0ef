import { type Dialect, duckdb, postgres, type Statement, spark } from '@hale/core/sql';

/** A dialect that statements can be printed in. */
export interface Written {
  readonly name: string;
  /** Whether our tests run its statements, or a transpiler wrote them and another parsed them. */
  readonly status: 'run' | 'parsed, not run';
  /** What the model is compiled for. */
  readonly dialect: Dialect;
  /** Turns that statement into one of this dialect, where it is another. */
  readonly turn?: (statement: Statement) => Promise<Statement>;
}

/** The dialects, those that our tests run first. */
export const dialects: readonly Written[] = [duckdb, postgres, spark].map((dialect) => ({
  name: dialect.name,
  status: 'run',
  dialect,
}));
