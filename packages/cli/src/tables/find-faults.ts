import type { TableName } from '../engines/table-rows.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import { brokenFile } from './broken-file.ts';
import { linesOf } from './lines-of-records.ts';
import type { LoadPlan } from './plan-load.ts';
import type { Query } from './source.ts';

const most = 20;

/** Finds what made reading a file fail; null where the file is not to blame. */
export async function findFaults(plan: LoadPlan, error: Error, query: Query): Promise<Faults | null> {
  const cells = await wrongCells(plan, query).catch(() => []);
  if (cells.length > 0) return new Faults(await placed(plan, cells));
  return brokenFile(plan.source, error);
}

/** A cell that is not what it must be; records are counted from 1, a header not among them. */
interface WrongCell {
  readonly record: number;
  readonly column: string;
  readonly message: string;
}

async function wrongCells({ source, cells }: LoadPlan, query: Query): Promise<WrongCell[]> {
  const checked = cells.filter(({ wrong }) => wrong !== 'false');
  const found = checked.map(
    ({ wrong, given }, place) => `case when ${wrong} then {'place': ${place}, 'given': ${given}} end`,
  );
  if (found.length === 0) return [];
  const rows = await query(
    `select record, found.place as place, found.given as given from (
       select record, unnest([${found.join(', ')}]) as found from (select *, row_number() over () as record from ${source.relation})
     ) where found is not null order by record, place limit ${most + 1}`,
  );
  return rows.flatMap(({ record, place, given }) => {
    const cell = checked[Number(place)];
    if (!cell) return [];
    const message = `${cell.from} must be ${cell.expected}, not ${shown(given)}.`;
    return [{ record: Number(record), column: cell.from, message }];
  });
}

const shown = (given: unknown): string => {
  if (given === null || given === '') return 'empty';
  const text = String(given);
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
};

/** The same with the lines that they are on. */
async function placed({ source }: LoadPlan, cells: readonly WrongCell[]): Promise<Fault[]> {
  const lines = await linesOf(
    source,
    cells.map(({ record }) => record),
  );
  const faults = cells.slice(0, most).map(({ record, column, message }): Fault => {
    const line = lines.get(record);
    const where = line === undefined ? `record ${record}: ` : '';
    return {
      code: 'cell',
      file: source.shown,
      ...(line === undefined ? {} : { line }),
      column,
      message: `${where}${message}`,
    };
  });
  if (cells.length <= most) return faults;
  return [...faults, { code: 'more', file: source.shown, message: `there are more; these are the first ${most}.` }];
}

/** Rows that stand twice where one may, with the lines of the second. */
export async function rowsTwice(
  table: TableName,
  { by, says }: { readonly by: readonly string[]; readonly says: string },
  plans: readonly LoadPlan[],
  twice: readonly Record<string, unknown>[],
  query: Query,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { source, cells } of plans) {
    const keys = by.map((name) => cells.find((cell) => cell.name === name)?.cell ?? 'null');
    const rows = await query(
      `select record, ${by.map((_, place) => `key${place}`).join(', ')} from (
         select record, ${keys.map((key, place) => `${key} as key${place}`).join(', ')},
           row_number() over (partition by ${keys.join(', ')} order by record) as time
         from (select *, row_number() over () as record from ${source.relation})
       ) where time = 2 order by record limit ${most}`,
    );
    const lines = await linesOf(
      source,
      rows.map(({ record }) => Number(record)),
    );
    for (const row of rows) {
      const line = lines.get(Number(row.record));
      const key = by.map((_, place) => say(row[`key${place}`])).join(', ');
      const message = `${key} ${by.length > 1 ? 'are' : 'is'} there before: ${says}.`;
      faults.push({ code: 'row-twice', file: source.shown, ...(line === undefined ? {} : { line }), message });
    }
  }
  if (faults.length > 0) return faults.slice(0, most);
  // One is in one file, and the other in another.
  return twice.map((row) => {
    const key = by.map((name) => say(row[name])).join(', ');
    return { code: 'row-twice', message: `${table}: ${key} stands in two files: ${says}.` };
  });
}

const say = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : value === null ? 'no date' : JSON.stringify(value);
