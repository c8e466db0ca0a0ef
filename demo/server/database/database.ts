import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { HealthError } from '@hale/core';
import { duckdb } from '@hale/core/sql';
import { type BulkAppender, openAppender } from './appender.ts';
import type { Database, Row, Session, Transaction } from './session.ts';
import { createShape, isOwn } from './shape.ts';
import { bind, type Parameters, plainColumns } from './values.ts';

/** With many in one statement DuckDB plans seldom, with too many it runs out of memory. */
const traits = { dialect: duckdb, span: 6000 };

/**
 * No extension is ever fetched, and a large import spills to disk rather than take the machine's memory. A few hundred
 * instants are looped over for each event: to sort all events beside so few takes several times as long.
 */
const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: '1GB',
  nested_loop_join_threshold: '1000',
};

/**
 * Opens a DuckDB file, with its folder and tables where they are missing.
 * Throws a HealthError where the file is no database, is someone else's, or is held by another process.
 */
export async function openDatabase(file: string): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const instance = await DuckDBInstance.fromCache(file, settings).catch((error: Error) => {
    throw cannotOpen(file, error.message);
  });
  const database = overInstance(file, instance);
  if (!(await isOwn(database))) {
    database.close();
    const message = `The database ${file} holds tables that are not Hale's: name another file.`;
    throw new HealthError({ code: 'database-foreign', path: file, message });
  }
  await database.transaction(createShape);
  return database;
}

function overInstance(file: string, instance: DuckDBInstance): Database {
  const idle: DuckDBConnection[] = [];
  let lastTransaction: Promise<unknown> = Promise.resolve();

  // Each statement has a connection to itself, since one connection runs one statement at a time.
  const borrow = async <T>(use: (session: Session) => Promise<T>): Promise<T> => {
    const connection = idle.pop() ?? (await instance.connect());
    try {
      return await use(overConnection(connection));
    } finally {
      idle.push(connection);
    }
  };

  return {
    file,
    ...traits,
    rows: (sql, parameters) => borrow((session) => session.rows(sql, parameters)),
    run: (sql, parameters) => borrow((session) => session.run(sql, parameters)),
    transaction(work) {
      const result = lastTransaction.then(async () => inTransaction(await instance.connect(), work));
      lastTransaction = result.catch(() => {});
      return result;
    },
    close() {
      for (const connection of idle) connection.closeSync();
      instance.closeSync();
    },
  };
}

function overConnection(connection: DuckDBConnection): Session {
  const read = (sql: string, parameters: Parameters = []) => {
    const { values, types } = bind(parameters);
    return connection.runAndReadAll(sql, values, types);
  };
  return {
    ...traits,
    async rows<T extends object>(sql: string, parameters?: Parameters) {
      const reader = await read(sql, parameters);
      const names = reader.deduplicatedColumnNames();
      // By column, because reading by row takes the driver four times as long.
      const columns = plainColumns(reader);
      return Array.from({ length: reader.currentRowCount }, (_, row) => {
        const object: Row = {};
        names.forEach((name, column) => {
          object[name] = columns[column]?.[row] ?? null;
        });
        // The caller wrote the query and so knows its columns.
        return object as T;
      });
    },
    async run(sql, parameters) {
      await read(sql, parameters);
    },
  };
}

async function inTransaction<T>(connection: DuckDBConnection, work: (transaction: Transaction) => Promise<T>) {
  const appenders: BulkAppender[] = [];
  try {
    await connection.run('BEGIN');
    const session = overConnection(connection);
    const append = async <R extends object>(table: string) => {
      const columns = await session.rows<{ name: string }>('SELECT name FROM pragma_table_info($1)', [table]);
      const names = columns.map((column) => column.name);
      const appender = openAppender<R>(await connection.createAppender(table), names);
      appenders.push(appender);
      return appender;
    };
    const create = (table: string, shape: string) => session.run(`CREATE OR REPLACE TABLE ${table} (${shape}\n)`);
    const result = await work({ ...session, append, appendTemporary: append, create });
    for (const appender of appenders) appender.close();
    await connection.run('COMMIT');
    return result;
  } catch (error) {
    for (const appender of appenders) appender.discard();
    // Where the statement that failed has ended the transaction already, there is nothing to roll back.
    await connection.run('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    connection.closeSync();
  }
}

function cannotOpen(file: string, reason: string): HealthError {
  const holder = /\(PID (\d+)\)/.exec(reason)?.[1];
  const message = holder
    ? `The database ${file} is in use by another process (${holder}): stop that one, or name another file.`
    : reason.includes('not a valid DuckDB database')
      ? `${file} is not a DuckDB database: delete it or name another file.`
      : `The database ${file} cannot be opened: ${reason}`;
  return new HealthError({ code: holder ? 'database-in-use' : 'database-unreadable', path: file, message });
}
