import { HealthError, parseReport, type Report } from '@hale/core';
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
  await addReports(transaction, reports);
}

/** Replaces the reports of these accounts; those of all others stay. */
export async function replaceReports(transaction: Transaction, reports: readonly Report[]): Promise<void> {
  const ids = reports.map(({ account }) => account.id);
  await transaction.run('DELETE FROM reports WHERE account_id = ANY($ids)', { ids });
  await addReports(transaction, reports);
}

async function addReports(transaction: Transaction, reports: readonly Report[]): Promise<void> {
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

/** Reports that are looked at at once. */
const batch = 500;

/**
 * Takes the reports of a Parquet file in place of those of the same accounts that are not newer; how many were taken.
 * `then` is run in the same transaction: until all is done, the earlier reports stay. Throws a HealthError for a report
 * that is none. They are never all in memory.
 */
export function takeReports(
  database: Database,
  file: string,
  then: (transaction: Transaction) => Promise<void>,
): Promise<number> {
  return database.transaction(async (transaction) => {
    await transaction.run(
      'CREATE OR REPLACE TEMP TABLE taken (account_id VARCHAR PRIMARY KEY, as_of TIMESTAMP, report JSON)',
    );
    await transaction.run(`INSERT INTO taken SELECT account_id, as_of, report FROM read_parquet(${named(file)})`);
    for (let last: string | undefined = ''; last !== undefined; ) {
      const rows: { account_id: string; report: unknown }[] = await transaction.rows(
        `SELECT account_id, report FROM taken WHERE account_id > $1 ORDER BY account_id LIMIT ${batch}`,
        [last],
      );
      for (const { account_id, report } of rows) checkReport(report, account_id);
      last = rows.at(-1)?.account_id;
    }
    await transaction.run(
      'DELETE FROM taken WHERE account_id IN (SELECT t.account_id FROM taken t JOIN reports r USING (account_id) WHERE r.as_of > t.as_of)',
    );
    const [count] = await transaction.rows<{ taken: number }>('SELECT count(*) AS taken FROM taken');
    await transaction.run('INSERT OR REPLACE INTO reports SELECT account_id, as_of, report FROM taken');
    await transaction.run('DROP TABLE taken');
    await then(transaction);
    return count?.taken ?? 0;
  });
}

/** The name of a file in a statement, where `*`, `?` and `[` would stand for other names. */
const named = (file: string): string => `'${file.replace(/[*?[]/g, (mark) => `[${mark}]`).replaceAll("'", "''")}'`;

function checkReport(given: unknown, id: string): void {
  const { account } = parseReport(given);
  if (account.id === id) return;
  throw new HealthError({
    code: 'other-account',
    path: 'account.id',
    message: `account.id must be ${JSON.stringify(id)} as in its row, not ${JSON.stringify(account.id)}.`,
  });
}
