import type { Model, Report } from '@hale/core';
import { compileScores, type Dialect, reportFromRow, type Statement } from '@hale/core/sql';

/** Where the records of accounts lie, in the relational shape: what can run a compiled statement over them. */
export interface Records {
  readonly dialect: Dialect;
  run(statement: Statement): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** The report of every account as of `now` (milliseconds), from one statement that scores them where their records lie. */
export async function scoreToday({ dialect, run }: Records, model: Model, now: number): Promise<Report[]> {
  const statement = compileScores(model, dialect, { now, reports: true });
  const rows = await run(statement);
  return rows.map((row) => reportFromRow(statement, row));
}
