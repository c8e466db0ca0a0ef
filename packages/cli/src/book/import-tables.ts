import { createTable, openDuckDb } from '../engines/duckdb.ts';
import { tableNames } from '../engines/table-rows.ts';
import { type Inputs, type Loaded, loadTables } from '../tables/load-tables.ts';
import { type Progress, whileShown } from '../terminal/progress.ts';
import { aboutTable, keptFormat } from './kept-database.ts';

/** What was imported; `asOf` is the instant of the newest record, ISO 8601, null where none has one. */
export interface Imported extends Loaded {
  readonly asOf: string | null;
}

/** Reads files into a new database file. Events lie by name and time, so that statements pass over most of them unread. */
export async function importTables(
  file: string,
  inputs: Inputs,
  title: string,
  settings: Readonly<Record<string, string>>,
  progress: Progress,
): Promise<Imported> {
  const engine = await openDuckDb(file, settings);
  try {
    const query = (text: string) => engine.run({ text, values: [] });
    for (const table of tableNames) await query(createTable(table));
    // Temporary, so that what is out of order never lies in the file.
    await query('create temporary table arrived as from events');
    const loading = { query, share: engine.share, into: { events: 'arrived' } };
    const loaded = await loadTables(inputs, loading, progress);
    const sort = () => query(`insert into events from arrived order by name, "at"`);
    await whileShown(progress, 'Putting events in order', engine.share, sort);
    await query('drop table arrived');
    progress.at('Writing the database');
    const newest = ['facts', 'events', 'history'].map((table) => `(select max("at") from ${table})`);
    const [end] = await query(`select strftime(greatest(${newest.join(', ')}), '%Y-%m-%dT%H:%M:%S.%gZ') as "asOf"`);
    const asOf = typeof end?.asOf === 'string' ? end.asOf : null;
    await query(`create table ${aboutTable}(key varchar, value varchar)`);
    const about = { format: keptFormat, title, ...(asOf === null ? {} : { asOf }) };
    for (const [key, value] of Object.entries(about)) {
      await engine.run({ text: `insert into ${aboutTable} values ($1, $2)`, values: [key, value] });
    }
    await query('checkpoint');
    return { ...loaded, asOf };
  } finally {
    await engine.close();
  }
}
