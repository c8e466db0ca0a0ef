import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBValue,
  listValue,
} from '@duckdb/node-api';
import type { Account } from '@hale/core';
import { duckdb, type Statement } from '@hale/core/sql';
import type { Engine } from './engine.ts';
import {
  type Cell,
  type ColumnKind,
  type TableName,
  type TableRow,
  tableNames,
  tableRows,
  tables,
} from './table-rows.ts';

/** No extension is ever fetched: a statement runs on what the library brings. */
const settings = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

const types: Record<ColumnKind, string> = {
  text: 'varchar',
  double: 'double',
  boolean: 'boolean',
  instant: 'timestamp',
  texts: 'varchar[]',
  json: 'json',
};

/** The statement that makes an empty table of the relational shape in DuckDB, in place of one of that name. */
export function createTable(table: TableName): string {
  const columns = Object.entries(tables[table]).map(([name, kind]) => `"${name}" ${types[kind]}`);
  return `create or replace table ${table}(${columns.join(', ')})`;
}

/** The database in memory that is filled, so that the file an engine was opened on stays as it is. */
const filled = 'hale_filled';

/** DuckDB, and what only an engine inside this process can do. */
export interface DuckDbEngine extends Engine {
  /** The rows of a statement as they come, some thousand at a time, and never all of them in memory. */
  stream(statement: Statement): AsyncIterable<Record<string, unknown>[]>;
  /** How much of the statement that is running is done, 0–1; null where that is not known. */
  share(): number | null;
}

/**
 * DuckDB inside this process: in memory, or in a file, which is made where it is missing. `more` are settings of DuckDB,
 * such as `memory_limit`. Text of an instant without a zone is UTC. What is filled lies in memory, where statements then
 * find it in place of the file's tables, which stay as they are.
 */
export async function openDuckDb(
  file = ':memory:',
  more: Readonly<Record<string, string>> = {},
): Promise<DuckDbEngine> {
  const instance = await DuckDBInstance.create(file, { ...settings, ...more });
  const connection = await connect(instance);
  let isFilled = false;
  return {
    name: 'duckdb',
    dialect: duckdb,
    async fill(accounts) {
      if (!isFilled) await connection.run(`attach ':memory:' as ${filled} (read_write); use ${filled}`);
      isFilled = true;
      await fill(connection, accounts);
    },
    run: (statement) => run(connection, statement),
    async *stream({ text, values }) {
      // Another statement on the same connection would end it.
      const own = await connect(instance);
      try {
        if (isFilled) await own.run(`use ${filled}`);
        yield* (await own.stream(text, values.map(bound))).yieldRowObjectJs();
      } finally {
        own.closeSync();
      }
    },
    share() {
      const { percentage } = connection.progress;
      return percentage < 0 ? null : percentage / 100;
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'; set enable_progress_bar = true; set enable_progress_bar_print = false");
  return connection;
}

async function run(connection: DuckDBConnection, { text, values }: Statement): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(text, values.map(bound));
  return reader.getRowObjectsJS();
}

/** A value of a statement as the driver takes it. */
const bound = (value: Statement['values'][number]): DuckDBValue =>
  Array.isArray(value) ? listValue(value) : (value as DuckDBValue);

async function fill(connection: DuckDBConnection, accounts: readonly Account[]): Promise<void> {
  await connection.run('begin');
  try {
    for (const table of tableNames) {
      await connection.run(createTable(table));
      await append(connection, table, accounts);
    }
    await connection.run('commit');
  } catch (error) {
    await connection.run('rollback');
    throw error;
  }
}

/** As many rows as DuckDB keeps in one chunk. */
const chunkRows = 2048;

async function append(connection: DuckDBConnection, table: TableName, accounts: readonly Account[]): Promise<void> {
  const appender = await connection.createAppender(table, 'main', filled);
  const kinds: readonly ColumnKind[] = Object.values(tables[table]);
  const columnTypes = kinds.map((_, place) => appender.columnType(place));
  const write = (rows: readonly TableRow[]) => {
    const chunk = DuckDBDataChunk.create(columnTypes, rows.length);
    chunk.setColumns(kinds.map((kind, place) => rows.map((row) => stored(row[place] ?? null, kind))));
    appender.appendDataChunk(chunk);
  };
  try {
    let pending: TableRow[] = [];
    for (const account of accounts) {
      for (const row of tableRows[table](account)) {
        pending.push(row);
        if (pending.length < chunkRows) continue;
        write(pending);
        pending = [];
      }
    }
    if (pending.length > 0) write(pending);
  } finally {
    appender.closeSync();
  }
}

/** A cell as the appender takes it; its column says what it holds. */
function stored(cell: Cell, kind: ColumnKind): DuckDBValue {
  if (cell === null) return null;
  if (kind === 'instant') return new DuckDBTimestampValue(BigInt(cell as number) * 1000n);
  if (kind === 'texts') return listValue(cell as readonly string[]);
  if (kind === 'json') return JSON.stringify(cell);
  return cell as DuckDBValue;
}
