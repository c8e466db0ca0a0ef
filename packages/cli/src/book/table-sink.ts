import { createReadStream } from 'node:fs';
import type { DuckDBAppender } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Model } from '@hale/core';
import { literal, quoted } from '../tables/cells.ts';
import type { Scratch } from '../terminal/scratch.ts';
import { scoreColumns, toScoreRow } from './score-row.ts';
import type { Sink } from './sink.ts';

/**
 * Gathers a table of scores and writes it to `path` when it ends. `safe` puts an apostrophe before text that a spreadsheet
 * would take for a formula.
 */
export async function tableSink(
  format: 'csv' | 'parquet',
  path: string,
  model: Model,
  settings: Readonly<Record<string, string>>,
  scratch: Scratch,
  safe = false,
): Promise<Sink> {
  const instance = await DuckDBInstance.create(scratch.path('scores.duckdb'), { ...settings });
  const connection = await instance.connect();
  const columns = Object.entries(scoreColumns(model));
  const shape = columns.map(([name, type]) => `${quoted(name)} ${type === 'text' ? 'varchar' : 'double'}`);
  await connection.run(`create table scores(${shape.join(', ')})`);
  const appender = await connection.createAppender('scores');
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    appender.closeSync();
    connection.closeSync();
    instance.closeSync();
  };
  return {
    async add(report) {
      const row = toScoreRow(report);
      for (const [name] of columns) appendCell(appender, safe ? inert(row[name] ?? null) : (row[name] ?? null));
      appender.endRow();
    },
    async end() {
      appender.flushSync();
      const how = format === 'csv' ? 'format csv, header' : 'format parquet, compression zstd';
      await connection.run(`copy scores to ${literal(path)} (${how})`);
      close();
    },
    async discard() {
      close();
    },
  };
}

const inert = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

function appendCell(appender: DuckDBAppender, cell: string | number | null): void {
  if (cell === null) appender.appendNull();
  else if (typeof cell === 'number') appender.appendDouble(cell);
  else appender.appendVarchar(cell);
}

/** Writes a file on, piece by piece. */
export async function copyOut(path: string, write: (text: string) => Promise<void>): Promise<void> {
  for await (const text of createReadStream(path, 'utf8')) await write(String(text));
}
