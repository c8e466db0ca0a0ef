import { type Engine, insertRows, openPostgres, rowsAtOnce } from '@hale/cli';
import { HealthError } from '@hale/core';
import { postgres } from '@hale/core/sql';
import type { BulkAppender } from './appender.ts';
import type { Row, Session, Store, Transaction } from './session.ts';
import { turns } from './turns.ts';
import type { Parameter, Parameters } from './values.ts';

/** Of the server's schemas the one that is the demo's own: whatever else is there stays as it is. */
export const ownSchema = 'hale_demo';

/** Postgres takes several instants in one statement no faster than one after the other. */
const traits = { dialect: postgres, span: 1 };

/** A Postgres that holds the demo's tables, in a schema of their own. */
export interface PostgresDatabase extends Store {
  close(): Promise<void>;
}

/** Connections at once: a page asks for half a dozen things, most of which are there at once. */
const mostConnections = 4;

/**
 * Opens the Postgres of a connection string; `open` gives another connection each time it is asked, and `most` says how
 * many there may be. Throws a HealthError where it cannot be reached, or has a schema of that name with other tables.
 */
export async function openPostgresDatabase(
  connection: string,
  open: () => Promise<Engine> = () => openPostgres(connection),
  most = mostConnections,
): Promise<PostgresDatabase> {
  const idle: Engine[] = [];
  const inTurn = turns(most);
  const connect = async () => {
    const connected = await open();
    // Four megabytes, as servers have it, sort a quarter's events on disk.
    for (const setting of [`search_path = ${ownSchema}`, `work_mem = '64MB'`]) {
      await connected.run({ text: `set ${setting}`, values: [] });
    }
    return connected;
  };
  const borrow = <T>(use: (engine: Engine) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      const engine = idle.pop() ?? (await connect());
      try {
        const result = await use(engine);
        idle.push(engine);
        return result;
      } catch (error) {
        // It may be the server that went away, and then none of them is of use any more.
        for (const one of [engine, ...idle.splice(0)]) void one.close().catch(() => {});
        throw error;
      }
    });

  let lastTransaction: Promise<unknown> = Promise.resolve();
  const database: PostgresDatabase = {
    ...traits,
    rows: (sql, parameters) => borrow((engine) => overEngine(engine).rows(sql, parameters)),
    run: (sql, parameters) => borrow((engine) => overEngine(engine).run(sql, parameters)),
    transaction(work) {
      const result = lastTransaction.then(() => borrow((engine) => inTransaction(engine, work)));
      lastTransaction = result.catch(() => {});
      return result;
    },
    async close() {
      await lastTransaction;
      await Promise.all(idle.splice(0).map((engine) => engine.close()));
    },
  };
  await borrow(async () => {}).catch((error: Error) => {
    const message = `The Postgres of --database does not answer (${error.message}): check the address, the user and the password.`;
    throw new HealthError({ code: 'database-unreachable', path: 'database', message });
  });
  if (await isForeign(database)) {
    await database.close();
    const message = `The Postgres of --database has a schema ${ownSchema} with tables that are not this demo's: name another database.`;
    throw new HealthError({ code: 'database-foreign', path: 'database', message });
  }
  return database;
}

async function isForeign(session: Session): Promise<boolean> {
  const [found] = await session.rows<{ tables: number; ours: number }>(
    `SELECT count(*) AS tables, count(*) FILTER (WHERE table_name = 'meta') AS ours
     FROM information_schema.tables WHERE table_schema = $schema`,
    { schema: ownSchema },
  );
  return found !== undefined && found.tables > 0 && found.ours === 0;
}

function overEngine(engine: Engine): Session {
  return {
    ...traits,
    async rows<T extends object>(sql: string, parameters?: Parameters) {
      // The caller wrote the query and so knows its columns.
      return (await engine.run(placed(sql, parameters))) as T[];
    },
    async run(sql, parameters) {
      await engine.run(placed(sql, parameters));
    },
  };
}

/** A statement whose parameters have places, since Postgres knows no others. */
function placed(sql: string, parameters: Parameters = []) {
  if (isByPlace(parameters)) return { text: sql, values: parameters.map(toPostgres) };
  const names = Object.keys(parameters);
  const text = sql.replace(/\$([a-z]\w*)/gi, (_, name: string) => `$${names.indexOf(name) + 1}`);
  return { text, values: Object.values(parameters).map(toPostgres) };
}

const isByPlace = (parameters: Parameters): parameters is readonly Parameter[] => Array.isArray(parameters);

/** An instant without its zone, which Postgres would not heed. */
const toPostgres = (value: Parameter) => {
  if (value instanceof Date) return value.toISOString().slice(0, -1);
  return Array.isArray(value) ? value.map(String) : (value as string | number | boolean | null);
};

async function inTransaction<T>(engine: Engine, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const session = overEngine(engine);
  const written: Promise<unknown>[] = [];
  const append = async <R extends object>(table: string): Promise<BulkAppender<R>> => {
    const columns = await columnsOf(session, table);
    let pending: R[] = [];
    const flush = () => {
      if (pending.length === 0) return;
      const insert = engine.run(insertRows(table, columns, pending));
      // What a connection is asked it does in order, so nobody need wait; whether it went well, the end is told.
      insert.catch(() => {});
      written.push(insert);
      pending = [];
    };
    return {
      add(row) {
        pending.push(row);
        if (pending.length >= rowsAtOnce) flush();
      },
      close: flush,
      async written() {
        await Promise.all(written.splice(0));
      },
      discard() {
        pending = [];
      },
    };
  };
  const appenders: BulkAppender[] = [];
  const opened = async <R extends object>(table: string) => {
    const appender = await append<R>(table);
    appenders.push(appender);
    return appender;
  };
  await session.run('BEGIN');
  try {
    // Another server on the same database waits, and finds done what it would have done.
    await session.run(`SELECT pg_advisory_xact_lock(hashtext('${ownSchema}'))`);
    const result = await work({
      ...session,
      append: opened,
      appendTemporary: opened,
      async create(table, columns) {
        await session.run(`DROP TABLE IF EXISTS ${table}`);
        await session.run(`CREATE TABLE ${table} (${inPostgres(columns)}\n)`);
      },
    });
    for (const appender of appenders) appender.close();
    await Promise.all(written);
    await session.run('COMMIT');
    return result;
  } catch (error) {
    // The first that failed says why; what came after it could not but fail.
    const [first] = (await Promise.allSettled(written)).filter(({ status }) => status === 'rejected');
    await session.run('ROLLBACK').catch(() => {});
    throw first?.status === 'rejected' ? first.reason : error;
  }
}

async function columnsOf(session: Session, table: string): Promise<Record<string, string>> {
  const columns = await session.rows<Row & { name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = to_regclass($table) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    { table },
  );
  return Object.fromEntries(columns.map(({ name, type }) => [name, type]));
}

/** The types of the shape by their names in Postgres; text is sorted by code, as in the file, whatever the server's language. */
const inPostgres = (columns: string): string =>
  columns.replace(/\bDOUBLE\b/g, 'DOUBLE PRECISION').replace(/\bVARCHAR\b(\[\])?/g, 'VARCHAR$1 COLLATE "C"');
