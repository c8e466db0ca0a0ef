import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { tableNames } from './table-rows.ts';

/**
 * Writes the tables of the relational shape from DuckDB into a folder, a Parquet file each: `accounts.parquet`,
 * `events.parquet` and so on. JSON becomes text.
 */
export async function writeParquet(duckdb: Engine, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const table of tableNames) {
    const file = join(folder, `${table}.parquet`).replaceAll("'", "''");
    await duckdb.run({ text: `copy ${table} to '${file}' (format parquet)`, values: [] });
  }
}
