import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parseJson } from '../reading/json-document.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import { csvRecords } from './csv-records.ts';
import type { Source } from './source.ts';

/** The line each of these records begins on, counted from 1; records are, too. Empty where a format has no lines. */
export async function linesOf(source: Source, records: readonly number[]): Promise<Map<number, number>> {
  const { path, shown, format, delimiter } = source;
  const wanted = new Set(records);
  const last = Math.max(0, ...records);
  const lines = new Map<number, number>();
  // The header of a CSV file is no record.
  let record = format === 'csv' ? -1 : 0;
  const each = {
    csv: () => csvRecords(path, shown, delimiter),
    ndjson: () => jsonLines(path),
    json: () => items(path),
    parquet: () => [],
  };
  for await (const { line } of each[format]()) {
    record++;
    if (wanted.has(record)) lines.set(record, line);
    if (record >= last) break;
  }
  return lines;
}

/** A document is read whole to find a place in it only up to this many bytes. */
export const readableWhole = 2 ** 26;

function items(path: string): { line: number }[] {
  return statSync(path).size < readableWhole ? parseJson(readFileSync(path, 'utf8'), path).items() : [];
}

/** The lines of a file that are not empty. */
export async function* jsonLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  const file = createReadStream(path);
  const input = path.toLowerCase().endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    const record = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (record.trim() !== '') yield { line, text: record };
  }
}

/** What is wrong with a line that is not what it should be. */
export function faultsOfLine({ line, text }: { line: number; text: string }, file: string): Fault[] {
  try {
    parseJson(text, file);
  } catch (error) {
    if (error instanceof Faults) return error.faults.map((fault) => ({ ...fault, line }));
  }
  return [{ code: 'json', file, line, message: 'this line must be a JSON object.' }];
}

/** Whether a line is JSON at all. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first line that is no JSON object; null where all are. */
export async function firstBadLine(path: string): Promise<{ line: number; text: string } | null> {
  for await (const one of jsonLines(path)) {
    const value: unknown = isJson(one.text) ? JSON.parse(one.text) : null;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return one;
  }
  return null;
}
