import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '../server/database/session.ts';

/** The relational shape that statements read; the demo's own tables hold more. */
const columns = {
  accounts: ['id', 'name', 'since', 'tracked'],
  facts: ['account_id', 'name', 'at', 'number', 'text', 'boolean'],
  events: ['account_id', 'name', 'at', 'until', 'user_id', 'count', 'properties'],
  history: [
    ...['account_id', 'at', 'score', 'coverage', 'tier', 'version', 'computed', 'has_computed', 'dimensions'],
    'signals',
  ],
  overrides: ['account_id', 'score', 'tier', 'reason', 'author', 'at', 'expires'],
};

/** Writes what statements read of a database into a folder, a Parquet file for each table: `accounts.parquet` and so on. */
export async function recordsAsParquet(session: Session, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [table, names] of Object.entries(columns)) {
    const chosen = names.map((name) => `"${name}"`).join(', ');
    await session.run(
      `COPY (SELECT ${chosen} FROM ${table}) TO ${quoted(join(folder, `${table}.parquet`))} (FORMAT parquet)`,
    );
  }
}

/** Text as a literal, where a statement takes no parameter. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
