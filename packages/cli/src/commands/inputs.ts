import { type TableName, tableNames, tables } from '../engines/table-rows.ts';
import type { Inputs } from '../tables/load-tables.ts';
import { UsageError } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { keepInput, type Scratch } from '../terminal/scratch.ts';
import type { Given, OptionForms } from './command.ts';

const file = { type: 'string', multiple: true, value: 'FILE' } as const;

/** Options that name the files of the tables. */
export const tableOptions = {
  accounts: { ...file, says: 'accounts: id, name, since, tracked; any other column is a fact' },
  facts: { ...file, says: 'facts: account_id, name, value (or number, text, boolean), at' },
  events: { ...file, says: 'events: account_id, name, at, until, user_id, count; any other is a property' },
  history: { ...file, says: 'former scores: account_id, at, score, coverage, tier, version …' },
  overrides: { ...file, says: 'scores set by hand: account_id, score, tier, reason, author, at, expires' },
  map: {
    type: 'string',
    multiple: true,
    value: 'TABLE.COLUMN=NAME',
    says: 'which column of the files is meant: --map events.at=created_at',
  },
} as const satisfies OptionForms;

/** Options that name where accounts are, whatever form they have. */
export const inputOptions = {
  ...tableOptions,
  documents: { ...file, says: 'whole account documents, as JSON (a list) or NDJSON (one a line)' },
  database: { type: 'string', value: 'FILE', says: 'a database that hale import made' },
  now: {
    type: 'string',
    value: 'INSTANT',
    says: 'what to score as of: 2026-11-14 or 2026-11-14T09:00:00Z; this moment when absent',
  },
  memory: {
    type: 'string',
    value: 'SIZE',
    says: 'the most memory the database in this process takes: 1GB when absent',
  },
} as const satisfies OptionForms;

export type TableOptions = Given<typeof tableOptions>['options'];
export type InputOptions = Given<typeof inputOptions>['options'];

/** What is said of files in `--help`. */
export const aboutFiles = `Files are CSV (also .tsv, and with semicolons), JSON (a list of records), NDJSON or Parquet, each
of the first three gzipped if need be; - is standard input. Files are read piece by piece. An empty
cell is missing, never zero. An option may be given several times.`;

/** The files that the options name. Throws a UsageError for what cannot be meant. */
export async function readInputs(options: TableOptions, scratch: Scratch): Promise<Inputs> {
  const files: Partial<Record<TableName, { path: string; shown: string }[]>> = {};
  const keep = inputOnce(scratch);
  for (const table of tableNames) {
    const given = options[table];
    if (!given) continue;
    files[table] = [];
    for (const path of given) files[table]?.push(await keep(path));
  }
  return { files, mapping: readMapping(options.map ?? []) };
}

/** Gives a file its path and its name; standard input is kept in a file, once. */
export function inputOnce(scratch: Scratch): (path: string) => Promise<{ path: string; shown: string }> {
  let taken = false;
  return async (given) => {
    if (given !== '-') return { path: given, shown: given };
    if (taken) throw new UsageError('- is given twice: standard input can be read once.');
    taken = true;
    const path = scratch.path('standard-input');
    await keepInput(path);
    return { path, shown: '(standard input)' };
  };
}

function readMapping(given: readonly string[]): Inputs['mapping'] {
  const mapping: Partial<Record<TableName, Record<string, string>>> = {};
  for (const one of given) {
    const [, table = '', column = '', name = ''] = /^([^.=]+)\.([^=]+)=(.+)$/s.exec(one) ?? [];
    if (!name)
      throw new UsageError(
        `--map must be TABLE.COLUMN=NAME, such as events.at=created_at, not ${JSON.stringify(one)}.`,
      );
    const known = tableNames.find((own) => own === table);
    if (!known)
      throw new UsageError(`--map ${one}: there is no table ${JSON.stringify(table)}${orNear(table, tableNames)}`);
    const columns = [...Object.keys(tables[known]), ...(known === 'facts' ? ['value'] : [])];
    if (!columns.includes(column)) {
      throw new UsageError(`--map ${one}: ${known} has no column ${JSON.stringify(column)}${orNear(column, columns)}`);
    }
    mapping[known] = { ...mapping[known], [column]: name };
  }
  return mapping;
}

const orNear = (given: string, words: readonly string[]): string => {
  const near = nearest(given, words);
  return near ? `: is it ${near}?` : `: expected one of ${words.join(', ')}.`;
};

/** The instant that `--now`, or another option, names, in milliseconds; this moment where it is not given. */
export function readNow(given: string | undefined, option = '--now'): number {
  if (given === undefined) return Date.now();
  const whole = given.length === 10 ? `${given}T00:00Z` : given;
  const [, local] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|[+-]\d\d:\d\d)$/.exec(whole) ?? [];
  const ms = local === undefined ? Number.NaN : Date.parse(whole);
  if (Number.isNaN(ms) || !isWritten(local ?? '')) {
    throw new UsageError(
      `${option} must be an instant such as 2026-11-14T09:00:00Z or a day such as 2026-11-14, not ${JSON.stringify(given)}.`,
    );
  }
  return ms;
}

/** Date.parse takes a day or an hour that there is not, such as 30 February or 24:00, for the one that follows. */
const isWritten = (local: string): boolean => new Date(`${local}Z`).toISOString().startsWith(local.slice(0, 19));

/** Says that exactly one of the ways to name accounts is used, and that it is one there is. */
export function checkInputs(options: InputOptions): void {
  const ways = [
    options.accounts && '--accounts',
    options.documents && '--documents',
    options.database !== undefined && '--database',
  ].filter((way) => typeof way === 'string');
  if (ways.length === 0)
    throw new UsageError('Name the accounts: --accounts FILE, --documents FILE or --database FILE.');
  if (ways.length > 1) throw new UsageError(`${ways.join(' and ')} exclude each other: name the accounts in one way.`);
  const other = tableNames.find((table) => table !== 'accounts' && options[table]);
  if (other && !options.accounts) throw new UsageError(`--${other} goes with --accounts, not with ${ways[0]}.`);
}

/** Settings of DuckDB from the options: memory is bounded, and what does not fit goes to a folder. */
export function settingsOf({ memory = '1GB' }: { readonly memory?: string }, spill: string): Record<string, string> {
  if (!/^\d+(\.\d+)?\s*[KMGT]i?B$/i.test(memory)) {
    throw new UsageError(`--memory must be a size such as 512MB or 2GB, not ${JSON.stringify(memory)}.`);
  }
  return { memory_limit: memory, temp_directory: spill };
}
