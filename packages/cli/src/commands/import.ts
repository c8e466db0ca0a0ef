import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importTables } from '../book/import-tables.ts';
import { checkKept } from '../book/kept-database.ts';
import { openDraft } from '../terminal/draft.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { UsageError } from '../terminal/fault.ts';
import { openScratch } from '../terminal/scratch.ts';
import { defineCommand } from './command.ts';
import { aboutFiles, readInputs, settingsOf, tableOptions } from './inputs.ts';

/** `hale import`: files into a database file that other commands, and the demo, read. */
export const importFiles = defineCommand({
  name: 'import',
  summary: 'puts files into a database (DuckDB) that can be scored again and again',
  takes: '--into FILE --accounts FILE [--facts FILE] [--events FILE] [options]',
  about: `The database takes the place of the one that is there in a single step, once it is whole:
whatever ends the import before, and however, leaves the former one as it was. What an import
that was killed has left beside it, the next one clears away.

${aboutFiles}`,
  options: {
    into: { type: 'string', value: 'FILE', says: 'the database file: made, or replaced where hale import made it' },
    ...tableOptions,
    title: { type: 'string', value: 'TEXT', says: 'what the data is called: the name of the file when absent' },
    memory: { type: 'string', value: 'SIZE', says: 'the most memory the database takes: 1GB when absent' },
  },
  examples: [
    'hale import --into book.duckdb --accounts accounts.csv --facts facts.csv --events events.parquet',
    'hale import --into book.duckdb --accounts crm.csv --map accounts.id=customer_id --events 2025.csv --events 2026.csv',
    'hale score -m model.json --database book.duckdb --now 2026-11-14 --out scores.parquet',
  ],
  words: [0, 0],
  async run({ options }, terminal) {
    const { into, accounts } = options;
    if (into === undefined) throw new UsageError('Name the database: --into FILE.');
    if (!accounts) throw new UsageError('Name the accounts: --accounts FILE. Facts and events are about them.');
    const began = performance.now();
    const scratch = openScratch();
    try {
      const inputs = await readInputs(options, scratch);
      if (existsSync(into)) await checkKept(into);
      const draft = openDraft(into);
      const progress = terminal.progress();
      try {
        const settings = settingsOf(options, draft.spill);
        const title = options.title ?? basename(into).replace(/\.[^.]*$/, '');
        const { rows, notes, asOf } = await importTables(draft.path, inputs, title, settings, progress);
        progress.at('Putting it in its place');
        // Nobody may have begun to write to the former one meanwhile.
        if (existsSync(into)) await checkKept(into);
        // A writer that was killed leaves its log beside the former one, which must not be taken for the new one's.
        draft.keep(['.wal']);
        progress.stop();
        for (const note of notes) terminal.note(note);
        const seconds = Math.round((performance.now() - began) / 100) / 10;
        const bytes = statSync(into).size;
        if (terminal.json) {
          await terminal.write(
            `${JSON.stringify({ ok: true, file: into, title, asOf, rows, bytes, seconds, notes }, null, 2)}\n`,
          );
        } else {
          const parts = Object.entries(rows).filter(([, many]) => many > 0);
          const says = parts.map(([table, many]) => `${many.toLocaleString('en')} ${table}`).join(', ');
          await terminal.write(`${into}: ${says}, up to ${asOf ?? 'no date'}, in ${seconds} s.\n`);
        }
      } catch (error) {
        draft.discard();
        throw error;
      } finally {
        progress.stop();
      }
    } finally {
      scratch.remove();
    }
    return exitCodes.ok;
  },
});
