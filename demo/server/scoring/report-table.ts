import { parseReport, type Report } from '@hale/core';
import type { Database, Session, Transaction } from '../database/session.ts';

/**
 * The table that the API serves: the latest report of every account, whoever made it. Of a night's run on a cluster it
 * comes as a Parquet file with the same columns, `report` as text.
 */
const reportTable = `
  account_id VARCHAR PRIMARY KEY,
  as_of      TIMESTAMP NOT NULL,
  report     JSON NOT NULL`;

/** Replaces the reports by these. */
export async function keepReports(transaction: Transaction, reports: readonly Report[]): Promise<void> {
  await transaction.create('reports', reportTable);
  const rows = await transaction.appendTemporary<{ account_id: string; as_of: number; report: Report }>('reports');
  for (const report of reports) rows.add({ account_id: report.account.id, as_of: Date.parse(report.asOf), report });
  rows.close();
}

/** The reports of accounts by id, of all of them when `ids` is absent; those that nobody has are left out. */
export async function keptReports(session: Session, ids?: readonly string[]): Promise<Map<string, Report>> {
  const rows = await session.rows<{ account_id: string; report: Report }>(
    `SELECT account_id, report FROM reports ${ids ? 'WHERE account_id = ANY($ids)' : ''} ORDER BY account_id`,
    ids ? { ids } : [],
  );
  return new Map(rows.map(({ account_id, report }) => [account_id, report]));
}

/**
 * Takes the reports of a Parquet file in place of those of the same accounts; how many there were. `then` is run in the
 * same transaction: until all is done, the earlier reports stay. Throws a HealthError for a report that is none.
 */
export function takeReports(
  database: Database,
  file: string,
  then: (transaction: Transaction) => Promise<void>,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.rows<{ report: string }>('SELECT report FROM read_parquet($file)', { file });
    const taken = rows.map(({ report }) => parseReport(JSON.parse(report)));
    const all = await keptReports(transaction);
    for (const report of taken) all.set(report.account.id, report);
    await keepReports(transaction, [...all.values()]);
    await then(transaction);
    return taken.length;
  });
}
