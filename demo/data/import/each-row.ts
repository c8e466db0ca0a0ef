import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from './mapping.ts';
import { type Problems, quoted } from './problems.ts';
import type { Reading } from './read-cell.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

/** A folder of files, how they are written, and where what is wrong with them is noted. */
export interface Folder {
  readonly path: string;
  readonly mapping: Mapping;
  readonly problems: Problems;
}

/** Told how far a file has been read: its rows so far, and the share of its bytes, 0–1. */
export type Progress = (rows: number, share: number) => void;

const rowsBetweenProgress = 100_000;

/** Reads a file row by row. `prepare` is given its columns and gives what is done with each row. */
export async function eachRow(
  { path, mapping, problems }: Folder,
  file: string,
  prepare: (reading: Reading) => (row: CsvRow) => void,
  progress: Progress = () => {},
): Promise<void> {
  const size = statSync(join(path, file)).size;
  let read = 0;
  let rows = 0;
  let take: ((row: CsvRow) => void) | null = null;
  const source = {
    folder: path,
    file,
    delimiter: mapping.delimiter ?? ',',
    bytesRead: (bytes: number) => {
      read = bytes;
    },
  };
  for await (const row of readCsv(source, problems)) {
    if (take) {
      take(row);
      rows++;
      if (rows % rowsBetweenProgress === 0) progress(rows, read / size);
    } else take = prepare({ file, columns: columnsOf(row, file, problems), date: mapping.date ?? 'iso', problems });
  }
  if (!take && problems.count === 0) problems.add('no-header', { file, line: 1 }, 'a header', 'an empty file');
  progress(rows, 1);
}

function columnsOf({ line, cells }: CsvRow, file: string, problems: Problems): string[] {
  const columns = cells.map((cell) => cell.trim());
  const twice = columns.find((column, place) => columns.indexOf(column) < place);
  if (twice !== undefined) problems.add('column-twice', { file, line }, 'each column once', `${quoted(twice)} twice`);
  return columns;
}
