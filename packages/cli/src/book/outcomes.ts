import type { Outcome } from '@hale/core/validation';
import type { DuckDbEngine } from '../engines/duckdb.ts';
import { readers } from '../tables/cells.ts';
import { linesOf } from '../tables/lines-of-records.ts';
import type { InputFile } from '../tables/load-tables.ts';
import { openSource } from '../tables/open-source.ts';
import type { Source, SourceColumn } from '../tables/source.ts';
import { type Fault, Faults } from '../terminal/fault.ts';

const kinds: readonly Outcome['kind'][] = ['churned', 'returned', 'renewed', 'expanded', 'contracted'];
const iso = (instant: string): string => `strftime(${instant}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
const mostFaults = 20;

/** The outcomes in a database that keeps them, in order of time; null where it does not. */
export async function outcomesIn(engine: DuckDbEngine): Promise<readonly Outcome[] | null> {
  const tables = await engine.run({ text: "select 1 from duckdb_tables() where table_name = 'outcomes'", values: [] });
  if (tables.length === 0) return null;
  const text = `select account_id as account, kind, ${iso('"at"')} as "at" from outcomes order by "at", account_id`;
  // Sound: the table takes no others.
  return (await engine.run({ text, values: [] })) as unknown as Outcome[];
}

/**
 * The outcomes in files: account_id, at, and kind, which is `churned` where there is no such column. Throws Faults with
 * up to 20 cells that are not what they must be, each with its file and line.
 */
export async function readOutcomes(engine: DuckDbEngine, files: readonly InputFile[]): Promise<readonly Outcome[]> {
  const all: Outcome[] = [];
  for (const { path, shown } of files) {
    const source = await openSource(path, shown, (text) => engine.run({ text, values: [] }));
    const column = (name: string): SourceColumn => {
      const found = source.columns.get(name);
      if (found) return found;
      const names = [...source.columns.keys()].map((one) => JSON.stringify(one)).join(', ');
      throw new Faults({
        code: 'column-missing',
        file: shown,
        column: name,
        message: `there is no column "${name}": outcomes have account_id, at and, unless all have churned, kind; found ${names}.`,
      });
    };
    const [account, at] = [column('account_id'), column('at')];
    const kind = source.columns.get('kind')?.text ?? "'churned'";
    const { fromText, fromType } = readers.instant;
    const typed =
      source.format === 'parquet' && at.type !== 'VARCHAR' ? fromType?.(at.type, at.cell) : fromText(at.text);
    if (!typed) throw new Faults(wrongType(source, at));
    const text = `select ${account.text} as account, ${kind} as kind, ${iso(typed)} as "at", ${at.text} as given from ${source.relation}`;
    const faults: { record: number; fault: Fault }[] = [];
    let record = 0;
    for await (const rows of engine.stream({ text, values: [] })) {
      for (const row of rows) {
        record++;
        const fault = faultOf(row, shown);
        if (fault && faults.length < mostFaults) faults.push({ record, fault });
        // Sound: a row without a fault has all three.
        if (!fault) all.push({ account: row.account, kind: row.kind, at: row.at } as Outcome);
      }
    }
    if (faults.length > 0) throw new Faults(await located(source, faults));
  }
  return all;
}

function wrongType({ shown: file }: Source, { name, type }: SourceColumn): Fault {
  return { code: 'column-type', file, column: name, message: `${name} must be a time, and is a column of ${type}.` };
}

function faultOf({ account, kind, at, given }: Record<string, unknown>, file: string): Fault | null {
  if (account === null || account === '') {
    return { code: 'cell', file, column: 'account_id', message: 'account_id must be there: whose outcome is it?' };
  }
  if (!kinds.some((one) => one === kind)) {
    const message = `kind must be one of ${kinds.join(', ')}, not ${JSON.stringify(kind)}.`;
    return { code: 'cell', file, column: 'kind', message };
  }
  if (at !== null) return null;
  const message = `at must be ${readers.instant.expected}, not ${JSON.stringify(given)}.`;
  return { code: 'cell', file, column: 'at', message };
}

async function located(source: Source, faults: readonly { record: number; fault: Fault }[]): Promise<Fault[]> {
  const lines = await linesOf(
    source,
    faults.map(({ record }) => record),
  );
  return faults.map(({ record, fault }) => {
    const line = lines.get(record);
    return line === undefined ? fault : { ...fault, line };
  });
}
