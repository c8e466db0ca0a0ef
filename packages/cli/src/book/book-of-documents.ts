import { statSync } from 'node:fs';
import { type Account, buildReport, HealthError, parseAccount } from '@hale/core';
import { type DuckDbEngine, openDuckDb } from '../engines/duckdb.ts';
import { fileLiteral } from '../tables/cells.ts';
import { faultsOfLine, isJson, jsonLines, linesOf, longestRecord } from '../tables/lines-of-records.ts';
import type { InputFile } from '../tables/load-tables.ts';
import { formatOf } from '../tables/open-source.ts';
import type { Source } from '../tables/source.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import type { Book } from './book.ts';

/**
 * Whole account documents in files, read one by one. Reading throws Faults where a document is wrong, with its line, or
 * where an account comes twice.
 */
export async function bookOfDocuments(
  files: readonly InputFile[],
  settings: Readonly<Record<string, string>>,
): Promise<Book> {
  const engine = await openDuckDb(':memory:', settings);
  const accounts = async function* (): AsyncGenerator<Account> {
    const seen = new Set<string>();
    for (const file of files) {
      let record = 0;
      const format = documentFormat(file);
      try {
        for await (const text of format === 'json' ? listed(engine, file) : inLines(file)) {
          record++;
          const account = parseAccount(JSON.parse(text));
          if (seen.has(account.id)) throw twice(account.id);
          seen.add(account.id);
          yield account;
        }
      } catch (error) {
        throw error instanceof HealthError ? await located(error, file, format, record) : unreadable(error, file);
      }
    }
  };
  return {
    size: null,
    accounts,
    async *reports(models, now) {
      const options = { now: new Date(now) };
      for await (const account of accounts()) yield models.map((model) => buildReport(model, account, options));
    },
    span: async () => null,
    outcomes: async () => null,
    close: () => engine.close(),
  };
}

function documentFormat({ path, shown }: InputFile): 'json' | 'ndjson' {
  const format = formatOf(path, shown);
  if (format === 'json' || format === 'ndjson') return format;
  const message = 'account documents are JSON or NDJSON; tables are read with --accounts, --facts and --events.';
  throw new Faults({ code: 'format', file: shown, message });
}

async function* listed(engine: DuckDbEngine, { path }: InputFile): AsyncGenerator<string> {
  const most = Math.min(longestRecord, Math.max(2 ** 20, statSync(path).size));
  const relation = `read_json_objects(${fileLiteral(path)}, format='array', hive_partitioning=false, maximum_object_size=${most})`;
  for await (const rows of engine.stream({ text: `select json from ${relation}`, values: [] })) {
    for (const { json } of rows) yield String(json);
  }
}

async function* inLines({ path, shown }: InputFile): AsyncGenerator<string> {
  for await (const { line, text } of jsonLines(path, shown)) {
    if (!isJson(text)) throw new Faults(faultsOfLine({ line, text }, shown));
    yield text;
  }
}

const twice = (id: string): HealthError =>
  new HealthError({
    code: 'account-twice',
    path: 'id',
    message: `the account ${JSON.stringify(id)} is there before: each comes once.`,
  });

async function located(
  error: HealthError,
  { path, shown }: InputFile,
  format: Source['format'],
  record: number,
): Promise<Faults> {
  const source = { path, shown, format, delimiter: ',', header: 1, relation: '', columns: new Map() };
  const line = (await linesOf(source, [record])).get(record);
  const where = line === undefined ? { file: shown } : { file: shown, line };
  return new Faults(
    error.issues.map((issue): Fault => ({ ...issue, ...where, message: `account ${record}: ${issue.message}` })),
  );
}

function unreadable(error: unknown, { shown }: InputFile): unknown {
  const message = error instanceof Error ? error.message : '';
  if (!/^(Invalid Input|IO|Invalid) Error/.test(message)) return error;
  return new Faults({ code: 'json', file: shown, message: `it cannot be read: ${message.split('\n')[0]}` });
}
