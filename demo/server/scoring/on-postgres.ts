import type { Engine } from '@hale/cli';
import type { Session } from '../database/session.ts';
import type { Place } from './score-portfolio.ts';

/** How a column of the relational shape is read from the file and written to the server. */
const kinds = {
  text: { read: (name: string) => name, type: 'text' },
  double: { read: (name: string) => name, type: 'double precision' },
  boolean: { read: (name: string) => name, type: 'boolean' },
  // As milliseconds, so that no form of writing an instant matters.
  instant: { read: (name: string) => `epoch_ms(${name})`, type: 'timestamp' },
  texts: { read: (name: string) => name, type: 'text[]' },
  json: { read: (name: string) => name, type: 'jsonb' },
} as const;

/** The relational shape of `packages/core/docs/sql.md`. */
const tables: Readonly<Record<string, Readonly<Record<string, keyof typeof kinds>>>> = {
  accounts: { id: 'text', name: 'text', since: 'instant', tracked: 'texts' },
  facts: { account_id: 'text', name: 'text', at: 'instant', number: 'double', text: 'text', boolean: 'boolean' },
  events: {
    account_id: 'text',
    name: 'text',
    at: 'instant',
    until: 'instant',
    user_id: 'text',
    count: 'double',
    properties: 'json',
  },
  history: {
    account_id: 'text',
    at: 'instant',
    score: 'double',
    coverage: 'double',
    tier: 'text',
    version: 'text',
    computed: 'double',
    has_computed: 'boolean',
    dimensions: 'json',
    signals: 'texts',
  },
  overrides: {
    account_id: 'text',
    score: 'double',
    tier: 'text',
    reason: 'text',
    author: 'text',
    at: 'instant',
    expires: 'instant',
  },
};

/** Of the server's schemas the one that is the demo's own: whatever else is there stays as it is. */
const schema = 'hale_demo';
/** Rows in one statement: the text of so many events is about a megabyte. */
const mostRows = 5000;

/**
 * Scores on a Postgres: the records go into a schema of their own there, all of them or none, and the statement that the
 * model compiles to runs over them.
 */
export const onPostgres = ({ dialect, run }: Engine, progress: (line: string) => void): Place => ({
  name: 'postgres',
  async recordsOf(session) {
    const ask = (text: string, values: readonly string[] = []) => run({ text, values });
    await ask(`create schema if not exists ${schema}`);
    await ask(`set search_path = ${schema}`);
    await ask('begin');
    try {
      for (const [table, columns] of Object.entries(tables)) {
        const typed = Object.entries(columns).map(([name, kind]) => `"${name}" ${kinds[kind].type}`);
        await ask(`drop table if exists ${table}`);
        await ask(`create table ${table}(${typed.join(', ')})`);
        await copy(session, ask, table, progress);
      }
      await ask('commit');
    } catch (error) {
      await ask('rollback');
      throw error;
    }
    for (const table of Object.keys(tables)) await ask(`analyze ${table}`);
    return { dialect, run };
  },
});

async function copy(
  session: Session,
  ask: (text: string, values: readonly string[]) => Promise<unknown>,
  table: string,
  progress: (line: string) => void,
): Promise<void> {
  const columns = Object.entries(tables[table] ?? {});
  const read = columns.map(([name, kind]) => `${kinds[kind].read(`"${name}"`)} AS "${name}"`);
  const given = columns.map(
    ([name, kind]) => `"${name}" ${kind === 'instant' ? 'double precision' : kinds[kind].type}`,
  );
  const taken = columns.map(([name, kind]) =>
    kind === 'instant' ? `to_timestamp("${name}" / 1000) at time zone 'UTC'` : `"${name}"`,
  );
  const insert = `insert into ${table} select ${taken.join(', ')} from json_to_recordset($1) as r(${given.join(', ')})`;
  for (let from = 0; ; from += mostRows) {
    const rows = await session.rows(
      `SELECT ${read.join(', ')} FROM ${table} ORDER BY rowid LIMIT ${mostRows} OFFSET ${from}`,
    );
    if (rows.length) await ask(insert, [JSON.stringify(rows)]);
    if (rows.length < mostRows) return;
    if (from % 100_000 === 0 && from > 0) progress(`${from.toLocaleString('en')} rows of ${table} are in Postgres`);
  }
}
