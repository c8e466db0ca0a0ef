import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../server/database/database.ts';
import type { Database, Session, Transaction } from '../server/database/session.ts';
import { shapeVersion, sortEvents } from '../server/database/shape.ts';
import type { CompanyOptions } from './generate/generate.ts';
import { generatorVersion, loadCompany } from './generate/load.ts';
import { findMapping } from './import/find-mapping.ts';
import { importCsv } from './import/import-csv.ts';
import { importDatabase, isDatabase, lookAtImported, releaseImported } from './import/import-database.ts';
import type { Mapping } from './import/mapping.ts';

export interface DatabaseOptions extends CompanyOptions {
  /** Path of the database file; its folder is made where it is missing. */
  readonly file: string;
  /** What to show in place of the generated company: a folder of CSV files, or a database that `hale import` made. */
  readonly data?: { readonly dir: string; readonly mapping?: string | undefined } | undefined;
  /** Told a line for people now and then while the database is being filled. */
  readonly progress?: ((line: string) => void) | undefined;
}

/** What the table `meta` says of a filled database. */
export interface Meta {
  /** What it was filled from, for comparison: JSON. */
  readonly source: string;
  /** The same for people: `RavenStack`. */
  readonly title: string;
  /** The instant the records end, ISO 8601: the `now` to score at. */
  readonly asOf: string;
  /** The version of the tables. */
  readonly shape: string;
}

/** Its keys in the table. */
export const metaKeys = ['source', 'title', 'asOf', 'shape'] as const satisfies readonly (keyof Meta)[];

interface Source {
  readonly identity: string;
  readonly title: string;
  /** Replaces what is in the database and gives the instant the records end. */
  fill(transaction: Transaction): Promise<Date>;
}

/**
 * Opens a database that holds what is asked for. It is filled on the first start, and again when it was filled from
 * something else, from other content of the same files, or by an earlier version; until a fill succeeds, what was there stays.
 * Throws a HealthError that says what is wrong with the file, the mapping or the data.
 */
export async function prepareDatabase(options: DatabaseOptions): Promise<Database> {
  const source = await sourceOf(options);
  const database = await openDatabase(options.file);
  try {
    const meta = await readMeta(database);
    if (meta?.source !== source.identity || meta.shape !== shapeVersion) {
      await database.transaction(async (transaction) => {
        const asOf = await source.fill(transaction);
        await sortEvents(transaction);
        const { identity, title } = source;
        await writeMeta(transaction, { source: identity, title, asOf: asOf.toISOString(), shape: shapeVersion });
      });
      await releaseImported(database);
      await database.run('CHECKPOINT');
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What the database was filled from; null where it is still empty. */
export async function readMeta(session: Session): Promise<Meta | null> {
  const rows = await session.rows<{ key: string; value: string }>('SELECT key, value FROM meta');
  const { source, title, asOf, shape } = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  return source && title && asOf && shape ? { source, title, asOf, shape } : null;
}

async function writeMeta(transaction: Transaction, meta: Meta): Promise<void> {
  const to = await transaction.append('meta');
  for (const [key, value] of Object.entries(meta)) to.add({ key, value });
  to.close();
}

async function sourceOf({ data, seed, end, accounts, progress }: DatabaseOptions): Promise<Source> {
  if (!data) {
    return {
      identity: JSON.stringify({ generator: generatorVersion, seed, end: end.toISOString(), accounts }),
      title: 'Generated company',
      async fill(transaction) {
        await loadCompany(transaction, { seed, end, accounts, progress });
        return end;
      },
    };
  }
  if (isDatabase(data.dir)) {
    const imported = await lookAtImported(data.dir);
    return {
      identity: JSON.stringify({ imported: imported.title, mark: imported.mark }),
      title: imported.title,
      async fill(transaction) {
        await importDatabase(transaction, imported);
        return imported.asOf;
      },
    };
  }
  const mapping = findMapping(data.dir, data.mapping);
  return {
    identity: JSON.stringify({ mapping: mapping.name, digest: await digestOf(data.dir, mapping) }),
    title: mapping.name,
    async fill(transaction) {
      const { asOf, skipped } = await importCsv(transaction, { folder: data.dir, mapping, progress });
      for (const [reason, rows] of skipped) progress?.(`left out ${rows.toLocaleString('en')} rows: ${reason}`);
      return asOf;
    },
  };
}

/** A digest of a mapping and of the content of its files; of a file that is missing, its absence, which the import will tell of. */
async function digestOf(dir: string, mapping: Mapping): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  const files = new Set([
    ...mapping.files.map(({ file }) => file),
    ...Object.values(mapping.keys ?? {}).map(({ file }) => file),
  ]);
  for (const file of files) {
    hash.update(`\n${file}\n`);
    try {
      for await (const chunk of createReadStream(join(dir, file))) hash.update(chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return hash.digest('hex');
}
