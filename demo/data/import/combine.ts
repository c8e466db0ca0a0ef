import type { Transaction } from '../../server/database/session.ts';

/** A row that is one part of a fact: of a total while it is in force, or of a mean for some days after. */
export interface Part {
  readonly account_id: string;
  readonly name: string;
  /** For a mean: over how many days. Null: a total. */
  readonly days: number | null;
  readonly at: number;
  /** For a total: when it is no longer in force. */
  readonly until: number | null;
  readonly number: number;
}

const partsTable = 'fact_parts';

/** Opens the table that parts are gathered in. */
export async function openParts(transaction: Transaction) {
  await transaction.run(`CREATE TEMP TABLE ${partsTable}
    (account_id VARCHAR, name VARCHAR, days INTEGER, "at" TIMESTAMP, until TIMESTAMP, number DOUBLE)`);
  return transaction.appendTemporary<Part>(partsTable);
}

/** Writes the facts that the gathered parts make, a row for each instant at which one changes, and drops the parts. */
export async function combineParts(transaction: Transaction): Promise<void> {
  await transaction.run(`INSERT INTO facts (account_id, name, "at", number)
    WITH change AS (
      SELECT account_id, name, "at", number FROM ${partsTable} WHERE days IS NULL
      UNION ALL
      SELECT account_id, name, until, -number FROM ${partsTable} WHERE days IS NULL AND until IS NOT NULL
    ), by_instant AS (
      SELECT account_id, name, "at", sum(number) AS number FROM change GROUP BY ALL
    )
    SELECT account_id, name, "at", sum(number) OVER (PARTITION BY account_id, name ORDER BY "at")
    FROM by_instant ORDER BY account_id, name, "at"`);
  // Of several parts at one instant the window gives each the same mean, so one is as good as another.
  await transaction.run(`INSERT INTO facts (account_id, name, "at", number)
    SELECT DISTINCT account_id, name, "at", avg(number) OVER (
      PARTITION BY account_id, name ORDER BY "at" RANGE BETWEEN to_days(days) PRECEDING AND CURRENT ROW)
    FROM ${partsTable} WHERE days IS NOT NULL ORDER BY account_id, name, "at"`);
  await transaction.run(`DROP TABLE ${partsTable}`);
}
