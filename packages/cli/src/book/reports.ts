import type { Model, Report } from '@hale/core';
import { compileScores, reportFromRow } from '@hale/core/sql';
import type { DuckDbEngine } from '../engines/duckdb.ts';

/** The reports of all accounts in the tables of an engine, as of an instant in milliseconds, in the order of their ids. */
export async function* reportsIn(engine: DuckDbEngine, model: Model, now: number): AsyncGenerator<Report> {
  const statement = compileScores(model, engine.dialect, { now, reports: true });
  for await (const rows of engine.stream(statement)) for (const row of rows) yield reportFromRow(statement, row);
}
