import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { noTextAtAll, noTextFault } from '../reading/no-text.ts';
import { cannotRead } from '../reading/read-text.ts';
import { Faults } from '../terminal/fault.ts';
import { brokenFile } from './broken-file.ts';
import { fileLiteral, literal, quoted, scalarOfJson, scalarOfType } from './cells.ts';
import { readHeader } from './csv-records.ts';
import { firstBytes } from './decoded.ts';
import type { Format, Query, Source, SourceColumn } from './source.ts';
import { checkGzip } from './whole-gzip.ts';

/** Looks at a file: its format, by its name or else by how it begins, and its columns. Throws Faults where it cannot be read. */
export async function openSource(path: string, shown: string, query: Query): Promise<Source> {
  const format = formatOf(path, shown);
  await checkGzip(path, shown);
  const instead = format === 'parquet' ? null : noTextAtAll(await firstBytes(path));
  if (instead) throw new Faults(noTextFault(shown, instead));
  const open = { csv: openCsv, json: openJson, ndjson: openJson, parquet: openParquet }[format];
  const unopened = { path, shown, format, delimiter: ',', header: 1, columns: new Map() };
  try {
    return { ...unopened, ...(await open(path, shown, query, format)) };
  } catch (error) {
    if (error instanceof Faults) throw error;
    throw (await brokenFile(unopened, error as Error)) ?? error;
  }
}

const formats: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.parquet': 'parquet',
};

/** The format of a file by its name; by its first bytes where its name does not tell. */
export function formatOf(path: string, shown: string): Format {
  const start = begin(path, shown);
  const named = formats[extname(path.replace(/\.gz$/i, '')).toLowerCase()];
  const text = start.replace(/^\uFEFF/, '').trimStart();
  // Many a file of one record in a line is called .json.
  if (named === 'json' && text.startsWith('{')) return 'ndjson';
  if (named) return named;
  if (start.startsWith('PAR1')) return 'parquet';
  return text.startsWith('[') ? 'json' : text.startsWith('{') ? 'ndjson' : 'csv';
}

function begin(path: string, shown: string): string {
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const file = openSync(path, 'r');
    const bytes = Buffer.alloc(4096);
    const length = readSync(file, bytes);
    closeSync(file);
    return bytes.toString('utf8', 0, length);
  } catch (error) {
    throw cannotRead(shown, error);
  }
}

type Opened = Pick<Source, 'relation' | 'columns'> & Partial<Source>;

/** A folder such as `year=2026` is no column. */
const ownColumns = 'hive_partitioning=false';

async function openCsv(path: string, shown: string): Promise<Opened> {
  const { names, delimiter, line } = await readHeader(path, shown);
  const types = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const how = `auto_detect=false, header=true, skip=${line - 1}, delim=${literal(delimiter)}, quote='"', escape='"', nullstr='', max_line_size=16777216`;
  const columns = names.map((name): [string, SourceColumn] => {
    const cell = quoted(name);
    return [name, { name, type: 'VARCHAR', cell, text: cell, scalar: null }];
  });
  const relation = `read_csv(${fileLiteral(path)}, ${how}, ${ownColumns}, columns={${types}})`;
  const [only = ''] = names;
  return {
    delimiter,
    header: line,
    // DuckDB passes over empty lines, but for those of a single column.
    relation: names.length > 1 ? relation : `(select * from ${relation} where ${quoted(only)} is not null)`,
    columns: new Map(columns),
  };
}

async function openJson(path: string, shown: string, query: Query, format: Format): Promise<Opened> {
  // DuckDB takes a byte order mark for a fault where a record is a line.
  const isMarked = Buffer.from(await firstBytes(path)).toString('utf8', 0, 3) === '\uFEFF';
  const layout = format === 'json' ? 'array' : isMarked ? 'unstructured' : 'newline_delimited';
  const relation = `read_json_objects(${fileLiteral(path)}, format='${layout}', ${ownColumns})`;
  const keys = await query(
    `select distinct unnest(case when json_type(json) = 'OBJECT' then json_keys(json) else ['not an object'] end) as key from ${relation}`,
  );
  const names = keys.map(({ key }) => String(key)).sort();
  if (names.length === 0)
    throw new Faults({ code: 'empty', file: shown, message: 'there are no records in this file.' });
  return {
    relation,
    columns: new Map(
      names.map((name) => {
        const pointer = literal(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        const cell = `(json->${pointer})`;
        const text = `(json->>${pointer})`;
        return [name, { name, type: 'VARCHAR', cell, text, scalar: scalarOfJson(cell) }];
      }),
    ),
  };
}

async function openParquet(path: string, _shown: string, query: Query): Promise<Opened> {
  const relation = `read_parquet(${fileLiteral(path)}, ${ownColumns})`;
  const described = await query(`describe from ${relation}`);
  return {
    relation,
    columns: new Map(
      described.map(({ column_name, column_type }) => {
        const [name, type] = [String(column_name), String(column_type)];
        const cell = quoted(name);
        return [
          name,
          {
            name,
            type,
            cell,
            text: `cast(${cell} as varchar)`,
            scalar: type === 'VARCHAR' ? null : scalarOfType(type, cell),
          },
        ];
      }),
    ),
  };
}
