import type { Account } from '@hale/core';
import { postgres } from '@hale/core/sql';
import type { Engine } from './engine.ts';
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

/** How many rows go in one statement: the text of so many events is about a megabyte. */
const mostRows = 5000;

async function insert(session: Session, table: TableName, accounts: readonly Account[]): Promise<void> {
  const columns = Object.entries(tables[table]);
  // An instant travels as milliseconds, so that no form of writing it matters.
  const read = columns.map(([name, kind]) =>
    kind === 'instant' ? `to_timestamp("${name}" / 1000) at time zone 'UTC'` : `"${name}"`,
  );
  const given = columns.map(([name, kind]) => `"${name}" ${kind === 'instant' ? types.double : types[kind]}`);
  const statement = `insert into pg_temp.${table} select ${read.join(', ')} from json_to_recordset($1) as r(${given.join(', ')})`;
  const write = (rows: readonly object[]) => session.query(statement, [jsonOf(rows, table)]);

  let pending: Record<string, Cell>[] = [];
  for (const account of accounts) {
    for (const row of tableRows[table](account)) {
      pending.push(Object.fromEntries(columns.map(([name], place) => [name, row[place] ?? null])));
      if (pending.length < mostRows) continue;
      await write(pending);
      pending = [];
    }
  }
  if (pending.length > 0) await write(pending);
}

/** JSON that Postgres takes: half a character is none, as in UTF-8 anywhere, and U+0000 it refuses with less to say. */
function jsonOf(rows: readonly object[], table: TableName): string {
  return JSON.stringify(rows).replace(/\\(u0000|ud[89a-f]..|.)/g, (whole, what: string) => {
    if (what === 'u0000')
      throw new Error(`Postgres cannot hold text with the character U+0000, and a row of ${table} has one.`);
    return what.startsWith('ud') && what.length > 1 ? '\\ufffd' : whole;
  });
}
