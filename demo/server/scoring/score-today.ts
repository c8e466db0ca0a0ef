import type { Model, Report } from '@hale/core';
import { compileScores, reportFromRow } from '@hale/core/sql';
import type { Session } from '../database/session.ts';

/** The report of every account as of `now` (milliseconds), from one statement that scores them where their records lie. */
export async function scoreToday(session: Session, model: Model, now: number): Promise<Report[]> {
  const statement = compileScores(model, session.dialect, { now, reports: true });
  const rows = await session.rows(statement.text, statement.values);
  return rows.map((row) => reportFromRow(statement, row));
}
