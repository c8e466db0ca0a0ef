import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HealthError } from '@hale/core';
import type { Transaction } from '../../server/database/session.ts';
import { recreateShape } from '../../server/database/shape.ts';
import { combineParts, openParts } from './combine.ts';
import { eachRow, type Folder } from './each-row.ts';
import { gatherEvents, orderEvents } from './gather-events.ts';
import type { Mapping } from './mapping.ts';
import { Problems } from './problems.ts';
import { takeAccounts } from './sections/accounts.ts';
import { takeEvents } from './sections/events.ts';
import { takeFacts } from './sections/facts.ts';
import { takeOutcomes } from './sections/outcomes.ts';
import { type Keys, type KnownAccounts, readId, readKeys, readWhose } from './whose.ts';

export interface ImportOptions {
  /** The folder the files are in. */
  readonly folder: string;
  readonly mapping: Mapping;
  /** Told a line for people now and then: `usage.csv: 100,000 rows, 34 %`. */
  readonly progress?: ((line: string) => void) | undefined;
}

export interface Imported {
  /** The instant the records end. */
  readonly asOf: Date;
  /** How many rows were left out on purpose, by the reason: `use with a count of 0 in usage.csv`. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * Replaces everything in the database by what CSV files hold. Events and facts are never all in memory; the ids of
 * accounts and of mapped keys are. Throws a HealthError with up to 20 problems, each with its file, line and column;
 * the transaction it runs in then leaves the database as it was.
 */
export async function importCsv(transaction: Transaction, options: ImportOptions): Promise<Imported> {
  const { folder: path, mapping, progress = () => {} } = options;
  const folder = { path, mapping, problems: new Problems() };
  checkFiles(folder);
  await recreateShape(transaction);
  const known = await importAccounts(transaction, folder);
  const keys = await readKeys(folder);
  const skipped = await importRows(transaction, folder, known, keys, progress);
  folder.problems.throwIfAny();
  await combineParts(transaction);
  await orderEvents(transaction);
  return { asOf: await endOf(transaction, mapping), skipped };
}

function checkFiles({ path, mapping }: Folder): void {
  const named = [
    ...mapping.files.map(({ file }) => file),
    ...Object.values(mapping.keys ?? {}).map(({ file }) => file),
  ];
  const missing = [...new Set(named)].filter((file) => !existsSync(join(path, file)));
  if (missing.length === 0) return;
  const message = `${path} must have every file that the mapping "${mapping.name}" names; it has no ${missing.join(', no ')}.`;
  throw new HealthError({ code: 'no-file', path, message });
}

/** The accounts of all files. */
async function importAccounts(transaction: Transaction, folder: Folder): Promise<KnownAccounts> {
  const to = await transaction.append('accounts');
  const known: KnownAccounts = { places: new Map(), leftOut: new Set() };
  for (const { file, account, accounts } of folder.mapping.files) {
    if (!accounts) continue;
    await eachRow(folder, file, (reading) => {
      const read = readId(account, reading);
      const take = takeAccounts(accounts, reading, to, known, folder.mapping.tracked ?? null);
      return (row) => {
        const id = read(row);
        if (id !== null) take(row, id);
      };
    });
  }
  to.close();
  return known;
}

/** Everything that is about the accounts; gives what was skipped. */
async function importRows(
  transaction: Transaction,
  folder: Folder,
  known: KnownAccounts,
  keys: Keys,
  progress: (line: string) => void,
): Promise<Map<string, number>> {
  const events = await gatherEvents(transaction);
  const facts = { facts: await transaction.append('facts'), parts: await openParts(transaction) };
  const outcomes = await transaction.append('outcomes');
  const skipped = new Map<string, number>();
  for (const mapped of folder.mapping.files) {
    const { file } = mapped;
    const skip = (reason: string) => {
      const where = `${reason} in ${file}`;
      skipped.set(where, (skipped.get(where) ?? 0) + 1);
    };
    await eachRow(
      folder,
      file,
      (reading) => {
        const whose = readWhose(mapped.account, reading, known, keys, skip);
        const takes = [
          ...(mapped.facts ?? []).map((fact) => takeFacts(fact, reading, facts)),
          ...(mapped.events ?? []).map((event) => takeEvents(event, reading, events, skip)),
          ...(mapped.outcomes ?? []).map((outcome) => takeOutcomes(outcome, reading, outcomes)),
        ];
        return (row) => {
          const account = whose(row);
          if (account !== null) for (const take of takes) take(row, account);
        };
      },
      (rows, share) => progress(`${file}: ${rows.toLocaleString('en')} rows, ${Math.floor(share * 100)} %`),
    );
  }
  for (const appender of [events, facts.facts, facts.parts, outcomes]) appender.close();
  return skipped;
}

/** The end of the records: as the mapping says, or the midnight after the last date in them. */
async function endOf(transaction: Transaction, { asOf, name }: Mapping): Promise<Date> {
  if (asOf !== undefined) return new Date(asOf);
  const [last] = await transaction.rows<{ day: string | null }>(`
    SELECT CAST(max(instant) AS DATE) + 1 AS day FROM (
      SELECT greatest("at", until) AS instant FROM events
      UNION ALL SELECT "at" FROM facts
      UNION ALL SELECT "at" FROM outcomes)`);
  if (last?.day) return new Date(last.day);
  const message = `The mapping "${name}" must have "asOf", the instant the records end: nothing in them is dated.`;
  throw new HealthError({ code: 'no-date', path: 'asOf', message });
}
