import { statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { HealthError } from '@hale/core';
import type { Session, Transaction } from '../../server/database/session.ts';
import { recreateShape } from '../../server/database/shape.ts';

/** What a database that `hale import` made says of itself. */
export interface Imported {
  readonly file: string;
  readonly title: string;
  /** The instant to score at: the midnight after the newest record, in UTC. */
  readonly asOf: Date;
  /** Tells this content of the file from any other: an import replaces the file whole. */
  readonly mark: string;
}

const dayMs = 86_400_000;

/** Whether `--data` names a database rather than a folder of CSV files. */
export const isDatabase = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Looks at a database that `hale import` made. Throws a HealthError where it is none, or has no record with a date. */
export async function lookAtImported(file: string): Promise<Imported> {
  const { size, mtimeMs } = statSync(file);
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' }).catch(() => null);
  if (!instance) throw notOurs(file);
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll('SELECT key, value FROM hale');
    const said: Record<string, unknown> = Object.fromEntries(reader.getRowsJS() as [string, unknown][]);
    const newest = Date.parse(String(said.asOf));
    if (Number.isNaN(newest)) {
      const message = `${file} must have a record with a date: without one there is no day to score at.`;
      throw new HealthError({ code: 'no-date', path: file, message });
    }
    const asOf = new Date((Math.floor(newest / dayMs) + 1) * dayMs);
    return { file, title: String(said.title), asOf, mark: `${size} ${mtimeMs}` };
  } catch (error) {
    throw error instanceof HealthError ? error : notOurs(file);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const notOurs = (file: string): HealthError =>
  new HealthError({
    code: 'not-imported',
    path: file,
    message: `${file} must be a folder of CSV files, or a database that hale import made.`,
  });

/** Replaces everything in the database by what was imported; former scores are not taken, since this demo gives its own. */
export async function importDatabase(transaction: Transaction, { file }: Imported): Promise<void> {
  await recreateShape(transaction);
  await transaction.run(`ATTACH IF NOT EXISTS '${file.replaceAll("'", "''")}' AS imported (READ_ONLY)`);
  const taken = {
    accounts: 'id, name, since, tracked',
    facts: 'account_id, name, "at", number, text, boolean',
    events: 'account_id, name, "at", until, user_id, count, properties',
    overrides: 'account_id, score, tier, reason, author, "at", expires',
  };
  for (const [table, columns] of Object.entries(taken)) {
    const whose = table === 'accounts' ? '' : ' WHERE account_id IN (SELECT id FROM accounts)';
    await transaction.run(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM imported.${table}${whose}`);
  }
}

/** Lets go of the imported database; only after the transaction, which holds it. */
export const releaseImported = (session: Session): Promise<void> => session.run('DETACH DATABASE IF EXISTS imported');
