import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { type DuckDbEngine, openDuckDb } from '../engines/duckdb.ts';
import { tableNames } from '../engines/table-rows.ts';
import { Faults } from '../terminal/fault.ts';

/** The table in which a database tells what it is: rows of `key` and `value`. */
export const aboutTable = 'hale';

/** The version of the tables that `hale import` makes; another is not replaced by accident. */
export const keptFormat = '1';

/** The same in a database of the demo, which has the tables that are read of such a one, and more. */
export const demoTable = 'meta';

/**
 * Opens a database that `hale import` made, to read from, or another that has one of `marks` for a table. Throws Faults where the file is none, is someone else's, or is
 * held by a process that writes to it.
 */
export async function openKept(
  file: string,
  settings: Readonly<Record<string, string>> = {},
  marks: readonly string[] = [aboutTable],
): Promise<DuckDbEngine> {
  if (!existsSync(file)) {
    throw new Faults({ code: 'cannot-read', file, message: 'there is no such file: hale import makes one.' });
  }
  if (!isDuckDb(file)) {
    throw new Faults({ code: 'other-shape', file, message: 'it is not a DuckDB database: name another file.' });
  }
  const engine = await openDuckDb(file, { ...settings, access_mode: 'READ_ONLY' }).catch((error: Error) => {
    throw new Faults(cannotOpen(file, error.message));
  });
  try {
    const found = await engine.run({ text: 'select table_name as name from duckdb_tables()', values: [] });
    const has = (table: string) => found.some(({ name }) => name === table);
    const missing = [marks.find(has) ?? aboutTable, ...tableNames].filter((table) => !has(table));
    if (missing.length === 0) return engine;
    const message = `it is not a database that hale import made, for it has no table ${missing.join(', no table ')}: name another file.`;
    throw new Faults({ code: 'other-shape', file, message });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Sees that what is to be replaced is a database that `hale import` made and nobody writes to. */
export async function checkKept(file: string): Promise<void> {
  await (await openKept(file)).close();
}

/** Whether a file begins as those of DuckDB do: the word DUCK stands after eight bytes. */
function isDuckDb(file: string): boolean {
  const bytes = Buffer.alloc(12);
  const descriptor = openSync(file, 'r');
  try {
    return readSync(descriptor, bytes) === 12 && bytes.toString('latin1', 8) === 'DUCK';
  } catch {
    // A folder is none.
    return false;
  } finally {
    closeSync(descriptor);
  }
}

function cannotOpen(file: string, reason: string) {
  const holder = /\(PID (\d+)\)/.exec(reason)?.[1];
  const message = holder
    ? `it is in use by another process (${holder}): stop that one first.`
    : `it cannot be opened: ${reason.split('\n')[0]}`;
  return { code: holder ? 'in-use' : 'cannot-read', file, message };
}
