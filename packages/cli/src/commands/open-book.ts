import type { Book } from '../book/book.ts';
import { bookOfDocuments } from '../book/book-of-documents.ts';
import { bookOfDatabase, bookOfFiles } from '../book/book-of-tables.ts';
import type { InputFile } from '../tables/load-tables.ts';
import { openScratch } from '../terminal/scratch.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { checkInputs, type InputOptions, inputOnce, readInputs, settingsOf } from './inputs.ts';

/**
 * Opens the accounts that the options name, for as long as the work takes, and leaves nothing behind. A database must
 * have one of `marks` for a table; that of `hale import` when absent.
 */
export async function withBook<T>(
  options: InputOptions,
  terminal: Terminal,
  work: (book: Book) => Promise<T>,
  marks?: readonly string[],
): Promise<T> {
  checkInputs(options);
  const scratch = openScratch();
  try {
    const settings = settingsOf(options, scratch.path('spill'));
    const open = async (): Promise<Book> => {
      if (options.database !== undefined) return bookOfDatabase(options.database, settings, marks);
      if (!options.documents) return bookOfFiles(await readInputs(options, scratch), settings, scratch, terminal);
      const keep = inputOnce(scratch);
      const files: InputFile[] = [];
      for (const path of options.documents) files.push(await keep(path));
      return bookOfDocuments(files, settings);
    };
    const book = await open();
    try {
      return await work(book);
    } finally {
      await book.close();
    }
  } finally {
    scratch.remove();
  }
}
