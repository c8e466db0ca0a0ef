import { parseJson } from '../reading/json-document.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import { csvRecords } from './csv-records.ts';
import { decoded, noTextIn } from './decoded.ts';
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
    ndjson: () => jsonLines(path, shown),
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

/** A document is read whole to find a place in it only up to this many characters. */
const readableWhole = 2 ** 26;

async function* items(path: string): AsyncGenerator<{ line: number }> {
  const text = await wholeText(path);
  if (text !== null) yield* parseJson(text, path).items();
}

/** The text of a document as a whole, unzipped; null of one that is too large for that. */
export async function wholeText(path: string): Promise<string | null> {
  let text = '';
  for await (const piece of decoded(path)) {
    text += piece;
    if (text.length > readableWhole) return null;
  }
  return text;
}

/** A record is at most this many characters long, since one is in memory at a time, several times over. */
export const longestRecord = 2 ** 26;

/** The lines of a file that are not empty. Throws Faults where it is no UTF-8, or has a line that no record is as long as. */
export async function* jsonLines(
  path: string,
  shown: string,
  longest = longestRecord,
): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  try {
    for await (const text of linesIn(decoded(path), longest)) {
      line++;
      if (text.length > longest)
        throw new Faults({ ...{ code: 'long-line', file: shown, line }, message: tooLong(longest) });
      if (text.trim() !== '') yield { line, text };
    }
  } catch (error) {
    const noText = error instanceof TypeError && (await noTextIn(path, shown));
    throw noText ? new Faults(noText) : error;
  }
}

const tooLong = (longest: number): string =>
  `the line is longer than ${longest.toLocaleString('en')} characters: NDJSON has a record in each line.`;

/** Lines end with LF, CR before it or not; other marks, such as U+2028, may stand within a text of JSON. */
async function* linesIn(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length <= longest) continue;
    yield rest;
    return;
  }
  yield rest;
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
export async function firstBadLine(path: string, shown: string): Promise<{ line: number; text: string } | null> {
  for await (const one of jsonLines(path, shown)) {
    const value: unknown = isJson(one.text) ? JSON.parse(one.text) : null;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return one;
  }
  return null;
}
