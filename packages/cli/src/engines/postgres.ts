import type { Account } from '@hale/core';
import { postgres } from '@hale/core/sql';
import type { Engine } from './engine.ts';
import { insertRows, rowsAtOnce } from './postgres-rows.ts';
import { openPglite, openPgServer, type Session } from './postgres-sessions.ts';
import { type Cell, type ColumnKind, type TableName, tableNames, tableRows, tables } from './table-rows.ts';

const types: Record<ColumnKind, string> = {
  text: 'text',
  double: 'double precision',
  boolean: 'boolean',
  instant: 'timestamp',
  texts: 'text[]',
  json: 'jsonb',
};

/**
 * Postgres: the server of a connection string (`postgres://…`), or one inside this process, in memory, when there is
 * none. What it is filled with lies in temporary tables, which hide tables of the same names and leave those be; a server
 * that is not filled is asked of its own. Rejects when the server cannot be reached.
 */
export async function openPostgres(connection?: string): Promise<Engine> {
  const session = connection === undefined ? await openPglite() : await openPgServer(connection);
  return {
    name: 'postgres',
    dialect: postgres,
    fill: (accounts) => fill(session, accounts),
    run: ({ text, values }) => session.query(text, values),
    close: () => session.close(),
  };
}

async function fill(session: Session, accounts: readonly Account[]): Promise<void> {
  await session.query('begin');
  try {
    for (const table of tableNames) {
      const columns = Object.entries(tables[table]).map(([name, kind]) => `"${name}" ${types[kind]}`);
      await session.query(`drop table if exists pg_temp.${table}`);
      await session.query(`create temporary table ${table}(${columns.join(', ')})`);
      await insert(session, table, accounts);
      await session.query(`analyze pg_temp.${table}`);
    }
    await session.query('commit');
  } catch (error) {
    await session.query('rollback');
    throw error;
  }
}

async function insert(session: Session, table: TableName, accounts: readonly Account[]): Promise<void> {
  const columns = Object.entries(tables[table]);
  const typed = Object.fromEntries(columns.map(([name, kind]) => [name, types[kind]]));
  const write = (rows: readonly object[]) => {
    const { text, values } = insertRows(`pg_temp.${table}`, typed, rows);
    return session.query(text, values);
  };

  let pending: Record<string, Cell>[] = [];
  for (const account of accounts) {
    for (const row of tableRows[table](account)) {
      pending.push(Object.fromEntries(columns.map(([name], place) => [name, row[place] ?? null])));
      if (pending.length < rowsAtOnce) continue;
      await write(pending);
      pending = [];
    }
  }
  if (pending.length > 0) await write(pending);
}
