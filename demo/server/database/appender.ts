import {
  type DuckDBAppender,
  DuckDBDataChunk,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  listValue,
} from '@duckdb/node-api';
import { timestamp } from './values.ts';

/** Takes rows in bulk: fewer calls into the database than one statement a row, by a factor of hundreds. */
export interface BulkAppender<R extends object = object> {
  /** Adds a row by column name; a column it does not name is NULL. */
  add(row: R): void;
  /** Puts into the table what is not there yet. Throws where a row breaks a rule of the table. */
  close(): void;
  /** Resolves when what is on its way is in the table, so that rows do not pile up. */
  written(): Promise<void>;
  /** Forgets what is not in the table yet. */
  discard(): void;
}

// As many rows as DuckDB keeps in one chunk.
const chunkRows = 2048;

/** An appender for a table with these columns, in the table's own order. */
export function openAppender<R extends object>(appender: DuckDBAppender, columns: readonly string[]): BulkAppender<R> {
  const types = columns.map((_, place) => appender.columnType(place));
  const store = types.map(storing);
  let pending: DuckDBValue[][] = columns.map(() => []);
  let open = true;

  const flush = () => {
    const rows = pending[0]?.length ?? 0;
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(types, rows);
    chunk.setColumns(pending);
    appender.appendDataChunk(chunk);
    pending = columns.map(() => []);
  };

  return {
    add(row) {
      // Rows are read by name, and the names come from the table.
      const cells = row as Record<string, unknown>;
      columns.forEach((name, place) => {
        const cell = cells[name] ?? null;
        // `pending` and `store` are as long as `columns`.
        (pending[place] as DuckDBValue[]).push(cell === null ? null : (store[place] as Store)(cell));
      });
      if ((pending[0]?.length ?? 0) >= chunkRows) flush();
    },
    close() {
      if (!open) return;
      flush();
      open = false;
      appender.closeSync();
    },
    // What is full is put into the table at once.
    async written() {},
    discard() {
      if (!open) return;
      open = false;
      appender.clear();
      appender.closeSync();
    },
  };
}

type Store = (cell: unknown) => DuckDBValue;

/** How a column of this type takes its cells: instants in milliseconds, JSON as objects, lists as arrays, all else as it is. */
function storing(type: DuckDBType): Store {
  if (type.typeId === DuckDBTypeId.TIMESTAMP) return (cell) => timestamp(cell as number);
  if (type.typeId === DuckDBTypeId.LIST) return (cell) => listValue(cell as DuckDBValue[]);
  if (type.alias === 'JSON') return storingJson();
  return (cell) => cell as DuckDBValue;
}

function storingJson(): Store {
  // The same few objects come with hundreds of thousands of rows.
  const written = new WeakMap<object, string>();
  return (cell) => {
    const object = cell as object;
    let text = written.get(object);
    if (text === undefined) {
      text = JSON.stringify(object);
      written.set(object, text);
    }
    return text;
  };
}
