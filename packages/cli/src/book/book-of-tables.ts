import type { Report } from '@hale/core';
import { createTable, type DuckDbEngine, openDuckDb } from '../engines/duckdb.ts';
import { tableNames } from '../engines/table-rows.ts';
import { type Inputs, loadTables } from '../tables/load-tables.ts';
import type { Scratch } from '../terminal/scratch.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { accountsIn, spanOfEvents } from './accounts.ts';
import type { Book } from './book.ts';
import { openKept } from './kept-database.ts';
import { outcomesIn } from './outcomes.ts';
import { reportsIn } from './reports.ts';

/** Reads files into tables of a database that goes when the book is closed. Throws Faults for what is wrong with the files. */
export async function bookOfFiles(
  inputs: Inputs,
  settings: Readonly<Record<string, string>>,
  scratch: Scratch,
  terminal: Terminal,
): Promise<Book> {
  const engine = await openDuckDb(scratch.path('book.duckdb'), settings);
  const progress = terminal.progress();
  try {
    for (const table of tableNames) await engine.run({ text: createTable(table), values: [] });
    const query = (text: string) => engine.run({ text, values: [] });
    const { rows, notes } = await loadTables(inputs, { query, share: engine.share }, progress);
    progress.stop();
    for (const note of notes) terminal.note(note);
    return bookOf(engine, rows.accounts);
  } catch (error) {
    progress.stop();
    await engine.close();
    throw error;
  }
}

/**
 * A database that `hale import` made, or, with its mark among `marks`, the demo's own, which keeps what became of accounts too; it is
 * not written to. Throws Faults where it is none.
 */
export async function bookOfDatabase(
  file: string,
  settings: Readonly<Record<string, string>>,
  marks?: readonly string[],
): Promise<Book> {
  const engine = await openKept(file, settings, marks);
  const [count] = await engine.run({ text: 'select count(*) as accounts from accounts', values: [] });
  return bookOf(engine, Number(count?.accounts));
}

function bookOf(engine: DuckDbEngine, size: number): Book {
  return {
    size,
    reports: (models, now) => together(models.map((model) => reportsIn(engine, model, now))),
    accounts: () => accountsIn(engine),
    span: (name) => spanOfEvents(engine, name),
    outcomes: () => outcomesIn(engine),
    close: () => engine.close(),
  };
}

/** Walks several lists of reports of the same accounts in step. */
async function* together(lists: readonly AsyncGenerator<Report>[]): AsyncGenerator<readonly Report[]> {
  try {
    for (;;) {
      const next: Report[] = [];
      for (const list of lists) {
        const { value, done } = await list.next();
        if (done) return;
        next.push(value);
      }
      yield next;
    }
  } finally {
    for (const list of lists) await list.return(undefined);
  }
}
