import { rowsAtOnce } from '@hale/cli';
import { type Meta, metaKeys, readMeta } from '../../data/prepare-database.ts';
import { ownSchema, type PostgresDatabase } from './postgres-database.ts';
import type { TableName } from './rows.ts';
import type { Session, Transaction } from './session.ts';
import { tables } from './shape.ts';

/** Where the records gather until all are there. */
const nextSchema = `${ownSchema}_next`;

/**
 * Has a Postgres hold the records of the file, unless it does already: all of them or none, and until all are there,
 * whoever reads sees what was there before. Former scores are not among them: they are worked out of the records.
 */
export async function copyToPostgres(
  file: Session,
  database: PostgresDatabase,
  progress: (line: string) => void,
): Promise<void> {
  const meta = await readMeta(file);
  if (!meta) throw new Error('The file was filled and says nothing of it.');
  await database.transaction(async (transaction) => {
    if (await isThere(transaction, meta)) return;
    await transaction.run(`CREATE SCHEMA ${nextSchema}`);
    await transaction.run(`SET LOCAL search_path = ${nextSchema}`);
    for (const [table, columns] of Object.entries(tables)) {
      await transaction.create(table, columns);
      if (table !== 'history') await copy(file, transaction, table as TableName, progress);
    }
    await transaction.run('CREATE INDEX ON events (account_id)');
    // Windows of time are cut out of events of one name.
    await transaction.run('CREATE INDEX ON events (name, "at")');
    for (const table of Object.keys(tables)) await transaction.run(`ANALYZE ${table}`);
    await transaction.run(`DROP SCHEMA IF EXISTS ${ownSchema} CASCADE`);
    await transaction.run(`ALTER SCHEMA ${nextSchema} RENAME TO ${ownSchema}`);
  });
}

async function isThere(session: Session, meta: Meta): Promise<boolean> {
  const [found] = await session.rows<{ meta: string | null }>(`SELECT to_regclass('${ownSchema}.meta')::text AS meta`);
  if (found?.meta == null) return false;
  const there = await readMeta(session);
  return there !== null && metaKeys.every((key) => there[key] === meta[key]);
}

/** Copies a table, some thousand rows at a time. */
async function copy(
  file: Session,
  transaction: Transaction,
  table: TableName,
  progress: (line: string) => void,
): Promise<void> {
  const columns = await file.rows<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info($table)', {
    table,
  });
  const read = columns.map(({ name, type }) =>
    type === 'TIMESTAMP' ? `epoch_ms("${name}") AS "${name}"` : `"${name}"`,
  );
  const [last] = await file.rows<{ row: number | null }>(`SELECT max(rowid) AS row FROM ${table}`);
  // Of what the file says of itself, its keys; how it was scored, and with what key cursors are signed, is its own.
  const which = table === 'meta' ? `AND key IN ('${metaKeys.join("', '")}')` : '';
  const rows = await transaction.append(table);
  for (let from = 0; from <= (last?.row ?? -1); from += rowsAtOnce) {
    if (from > 0 && from % 100_000 === 0) progress(`${from.toLocaleString('en')} rows of ${table} are in Postgres`);
    const some = await file.rows<Parameters<typeof rows.add>[0]>(
      `SELECT ${read.join(', ')} FROM ${table} WHERE rowid >= $from AND rowid < $to ${which} ORDER BY rowid`,
      { from, to: from + rowsAtOnce },
    );
    for (const row of some) rows.add(row);
    await rows.written();
  }
  rows.close();
  await rows.written();
}
