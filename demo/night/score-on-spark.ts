import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckDb, openSpark, type SparkOptions } from '@hale/cli';
import type { Report } from '@hale/core';
import { compileScores, reportFromRow } from '@hale/core/sql';
import type { Database } from '../server/database/session.ts';
import type { Portfolio } from '../server/portfolio.ts';
import { accountRows } from '../server/reading/account-row.ts';
import { hasLeft } from '../server/reading/scoring-instants.ts';
import { takeReports } from '../server/scoring/report-table.ts';
import { keepSummaries } from '../server/scoring/score-portfolio.ts';
import { quoted, recordsAsParquet } from './records-as-parquet.ts';

/**
 * A night's run: the records go to Parquet, Spark scores every account by one statement into a table of figures, the
 * reports made of its rows become the Parquet file that the server's table of reports is filled from. Resolves with how
 * many reports there are; until all are in, the server's earlier ones stay. Tells `progress` what it does.
 */
export async function scoreOnSpark(
  database: Database,
  { model, asOf }: Portfolio,
  { folder, spark: options, progress }: { folder: string; spark: SparkOptions; progress: (line: string) => void },
): Promise<number> {
  const [records, scores, reports] = ['records', 'scores', 'reports.parquet'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  progress(`Writing the records to ${records} …`);
  await recordsAsParquet(database, records);

  progress('Starting Spark …');
  const spark = await openSpark({ rows: 'many', ...options });
  const statement = compileScores(model, spark.dialect, { now: asOf, reports: true });
  try {
    await spark.read(records);
    progress(`Scoring on ${spark.executors} executors into ${scores} …`);
    await spark.write(statement, scores);
  } finally {
    await spark.close();
  }

  progress(`Making reports of them into ${reports} …`);
  await rm(reports, { force: true });
  await database.transaction(async (transaction) => {
    await transaction.run('CREATE TEMP TABLE made (account_id VARCHAR, as_of TIMESTAMP, report VARCHAR)');
    const made = await transaction.appendTemporary<{ account_id: string; as_of: number; report: string }>('made');
    const left = new Set(
      (await accountRows(transaction)).filter(({ ended }) => hasLeft(ended, asOf)).map(({ id }) => id),
    );
    for await (const rows of rowsIn(scores)) {
      for (const row of rows) {
        const report: Report = reportFromRow(statement, row);
        // Those that have left are told of as they were.
        if (left.has(report.account.id)) continue;
        made.add({ account_id: report.account.id, as_of: Date.parse(report.asOf), report: JSON.stringify(report) });
      }
      await made.written();
    }
    made.close();
    await transaction.run(`COPY made TO ${quoted(reports)} (FORMAT parquet)`);
    await transaction.run('DROP TABLE made');
  });
  return takeReports(database, reports, (transaction) =>
    keepSummaries(transaction, { session: transaction, model, asOf }),
  );
}

/** The rows of a folder of Parquet files, each read once, some thousand in memory at a time. */
async function* rowsIn(folder: string): AsyncIterable<Record<string, unknown>[]> {
  const duckdb = await openDuckDb();
  try {
    yield* duckdb.stream({ text: `from read_parquet(${quoted(join(folder, '*.parquet'))})`, values: [] });
  } finally {
    await duckdb.close();
  }
}
