import { CsvError, parse } from 'csv-parse';
import { shownName } from '../reading/read-text.ts';
import { Faults } from '../terminal/fault.ts';
import { decoded, noTextIn } from './decoded.ts';

/** A record of a CSV file, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

interface CsvHeader {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** Empty lines before it are counted. */
  readonly line: number;
}

// A quote that is never closed swallows the rest of the file; nobody's row is this long.
const longestRecord = 16_000_000;

/**
 * The records of a CSV file, the header first, as it is read. DuckDB reads far faster; this is for the header, and for
 * finding the line of a record in which something is wrong. Throws Faults where the file cannot be read any further.
 */
export async function* csvRecords(path: string, file: string, delimiter: string): AsyncGenerator<CsvRecord> {
  let last = 0;
  let empty = 0;
  const lines: number[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    // Called as text is parsed, before the loop below comes to the record.
    on_record(cells: string[], { empty_lines }) {
      const line = last + 1 + empty_lines - empty;
      empty = empty_lines;
      // The parser's own count takes CR LF within a cell for two.
      last = line + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      lines.push(line);
      return cells;
    },
  });
  const feeding = feed(parser, decoded(path));
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { line: lines.shift() ?? last, cells };
    await feeding;
  } catch (error) {
    if (error instanceof CsvError) {
      throw new Faults({ code: 'csv', file, line: last + 1, message: wrongs[error.code] ?? error.message });
    }
    const noText = error instanceof TypeError && (await noTextIn(path, file));
    throw noText ? new Faults(noText) : error;
  } finally {
    parser.destroy();
    await feeding.catch(() => {});
  }
}

async function feed(parser: ReturnType<typeof parse>, text: AsyncIterable<string>): Promise<void> {
  try {
    for await (const piece of text) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await roomIn(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

/** Waits until a parser takes more, or is closed. */
function roomIn(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      parser.off('drain', go).off('close', go);
      done();
    };
    parser.on('drain', go).on('close', go);
  });
}

/** What is wrong with the text. */
const wrongs: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'expected a closing quote for a cell of this row, and the file ends without one.',
  CSV_INVALID_CLOSING_QUOTE:
    'expected the cell to end after its closing quote, and there is more text; a quote within a cell is written twice.',
  INVALID_OPENING_QUOTE: 'a cell with a quote in it must be quoted as a whole, with the quote written twice.',
  CSV_MAX_RECORD_SIZE: 'this row is longer than any row should be: a quote before it is not closed.',
};

/**
 * The names of the columns, the line they stand on, and what separates them: the one of comma, semicolon, tab and bar that
 * the header has most of.
 */
export async function readHeader(path: string, shown: string): Promise<CsvHeader> {
  const file = shownName(shown);
  let first = '';
  for await (const text of decodedOrNot(path)) {
    first += text;
    if (/[^\s\uFEFF].*[\r\n]/.test(first) || first.length > longestRecord) break;
  }
  const line = first.replace(/^[\uFEFF\s]+/, '').split(/[\r\n]/)[0] ?? '';
  const count = (mark: string) => line.replace(/"[^"]*"/g, '').split(mark).length;
  const [delimiter = ','] = [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a));
  for await (const { cells, line } of csvRecords(path, file, delimiter)) {
    const names = cells.map((name) => name.trim());
    const twice = names.find((name, place) => names.indexOf(name) < place);
    if (twice !== undefined) {
      throw new Faults({
        code: 'column-twice',
        file,
        line,
        message: `the column ${JSON.stringify(twice)} is there twice: each must have a name of its own.`,
      });
    }
    if (names.includes('')) {
      throw new Faults({
        code: 'column-unnamed',
        file,
        line,
        message: `column ${names.indexOf('') + 1} has no name in the header.`,
      });
    }
    return { names, delimiter, line };
  }
  throw new Faults({ code: 'empty', file, message: 'the file is empty: expected a header and rows.' });
}

/** The beginning of a file whatever it is; what is wrong with it is told when it is read in earnest. */
async function* decodedOrNot(path: string): AsyncGenerator<string> {
  try {
    yield* decoded(path);
  } catch {
    return;
  }
}
