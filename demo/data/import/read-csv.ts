import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Problems } from './problems.ts';

/** A row of a file: its cells by place, and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvSource {
  readonly folder: string;
  /** Its name within the folder. */
  readonly file: string;
  readonly delimiter: string;
  /** Told, after each piece, how many bytes of the file have been read. */
  readonly bytesRead?: (bytes: number) => void;
}

// A quote that is never closed swallows the rest of the file; nobody's row is this long.
const longestRow = 1_000_000;

/**
 * The rows of a CSV file in UTF-8, the header first, read piece by piece and never whole. Empty lines are passed over;
 * a row with more or fewer cells than the header is noted as a problem and left out; where the file cannot be read any
 * further, that is noted and the rows end.
 */
export async function* readCsv(source: CsvSource, problems: Problems): AsyncGenerator<CsvRow> {
  const { folder, file, delimiter } = source;
  let width = -1;
  let lastLine = 0;
  let emptyLines = 0;
  // Lines that rows begin on, of those rows that the loop below has yet to come to.
  const begins: number[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Called as the text is read, unlike the loop below, so `lastLine` is right when an error is met.
    on_record(cells: string[], context) {
      // The parser counts a line break within a cell twice where it is CR LF.
      const line = lastLine + 1 + context.empty_lines - emptyLines;
      emptyLines = context.empty_lines;
      lastLine = line + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      begins.push(line);
      return cells;
    },
  });
  const reading = pipeline(createReadStream(join(folder, file)), checkedUtf8(source.bytesRead), parser);
  // What goes wrong there ends the loop below with the same error.
  reading.catch(() => {});
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const line = begins.shift() ?? lastLine;
      if (width < 0) width = cells.length;
      if (cells.length === width) yield { line, cells };
      else problems.add('row-width', { file, line }, `${width} cells as in the header`, `${cells.length}`);
    }
  } catch (error) {
    if (!(error instanceof CsvError) && !(error instanceof NotUtf8)) throw error;
    const [expected, found] =
      error instanceof CsvError ? whatIsWrong(error) : ['text in UTF-8', 'bytes that are not, here or further down'];
    problems.add('csv', { file, line: lastLine + 1 }, expected, found);
  }
}

function whatIsWrong(error: CsvError): [expected: string, found: string] {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return ['a closing quote for a cell of this row', 'the end of the file'];
    case 'CSV_INVALID_CLOSING_QUOTE':
      return ['the end of the cell after its closing quote (a quote within a cell is written twice)', 'more text'];
    case 'INVALID_OPENING_QUOTE':
      return ['a cell with a quote in it to be quoted as a whole', 'one in its middle'];
    case 'CSV_MAX_RECORD_SIZE':
      return [
        `a row of at most ${longestRow.toLocaleString('en')} characters`,
        'a longer one, as when a quote is not closed',
      ];
    default:
      return ['a row of CSV', error.message];
  }
}

class NotUtf8 extends Error {}

/** Passes bytes on as they are, as long as they are UTF-8. */
function checkedUtf8(bytesRead: CsvSource['bytesRead']): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  const check = (decode: () => void) => {
    try {
      decode();
      return null;
    } catch {
      return new NotUtf8();
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      bytesRead?.(bytes);
      done(
        check(() => decoder.decode(chunk, { stream: true })),
        chunk,
      );
    },
    flush(done) {
      done(check(() => decoder.decode()));
    },
  });
}
