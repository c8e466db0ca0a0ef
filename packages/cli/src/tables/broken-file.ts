import { parseJson } from '../reading/json-document.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import { csvRecords } from './csv-records.ts';
import { noTextIn } from './decoded.ts';
import { faultsOfLine, firstBadLine, wholeText } from './lines-of-records.ts';
import type { Source } from './source.ts';

const most = 20;

/** What is wrong with a file that is not what its format asks for; null where the file is not to blame for an error of DuckDB. */
export async function brokenFile(
  source: Pick<Source, 'path' | 'shown' | 'format' | 'delimiter' | 'columns'>,
  error: Error,
): Promise<Faults | null> {
  const { shown: file } = source;
  try {
    const faults = await brokenBy[source.format](source);
    if (faults.length > 0) return new Faults(faults);
  } catch (found) {
    if (found instanceof Faults) return found;
  }
  if (!/^(Invalid Input|IO|Conversion|Invalid) Error/.test(error.message)) return null;
  return new Faults({ code: 'cannot-read', file, message: `it cannot be read: ${error.message.split('\n')[0]}` });
}

type Broken = Pick<Source, 'path' | 'shown' | 'delimiter' | 'columns'>;

/** How each format can be broken. */
const brokenBy: Readonly<Record<Source['format'], (source: Broken) => Promise<Fault[]>>> = {
  async csv({ path, shown: file, delimiter, columns }) {
    const faults: Fault[] = [];
    for await (const { line, cells } of csvRecords(path, file, delimiter)) {
      if (cells.length === columns.size) continue;
      const message = `expected ${columns.size} cells as in the header, found ${cells.length}.`;
      faults.push({ code: 'row-width', file, line, message });
      if (faults.length === most) break;
    }
    return faults;
  },
  async ndjson({ path, shown }) {
    const bad = await firstBadLine(path, shown);
    return bad ? faultsOfLine(bad, shown) : [];
  },
  async json({ path, shown }) {
    const noText = await noTextIn(path, shown);
    if (noText) return [noText];
    const text = await wholeText(path);
    if (text !== null) parseJson(text, shown);
    return [];
  },
  parquet: async () => [],
};
