import { type Account, parseAccount } from '@hale/core';
import type { Row, Session } from '../database/session.ts';
import { accountRows } from './account-row.ts';
import { grouped } from './grouped.ts';
import { readHistory } from './read-history.ts';
import { readOverrides } from './read-overrides.ts';

/**
 * All that the database holds of an account, as the document the core reads in a page: each fact with all the values it
 * has had, so that it can be scored as of earlier days too. Null where nobody has that id.
 */
export async function accountDocument(session: Session, id: string): Promise<Account | null> {
  const [account = null] = await accountDocuments(session, [id]);
  return account;
}

/** The same of several accounts, in the order of their ids; those that nobody has are left out. */
export async function accountDocuments(session: Session, ids: readonly string[]): Promise<Account[]> {
  const [accounts, facts, events, history, overrides] = await Promise.all([
    accountRows(session, ids),
    session.rows<Record<'account_id' | 'name' | 'number' | 'text' | 'boolean' | 'at', string>>(
      `SELECT account_id, name, number, text, boolean, f.at AS "at" FROM facts f
       WHERE account_id = ANY($ids) ORDER BY name, f.at NULLS FIRST`,
      { ids },
    ),
    session.rows<Row & { account_id: string }>(
      `SELECT account_id, name, e.at AS "at", until, user_id AS user, count, properties FROM events e
       WHERE account_id = ANY($ids) ORDER BY e.at, name, user_id, count, CAST(properties AS VARCHAR) COLLATE "C", until`,
      { ids },
    ),
    readHistory(session, ids),
    readOverrides(session, ids),
  ]);
  const factsOf = grouped(facts, (row) => row.account_id);
  const eventsOf = grouped(events, (row) => row.account_id);
  const values = ({ number, text, boolean, at }: (typeof facts)[number]) => ({
    value: number ?? text ?? boolean,
    ...(at === null ? {} : { at }),
  });
  return accounts
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, since, tracked }) =>
      parseAccount({
        id,
        name,
        ...(since === null ? {} : { since: new Date(since).toISOString() }),
        ...(tracked ? { tracked: [...tracked] } : {}),
        facts: Object.fromEntries(
          [...grouped(factsOf.get(id) ?? [], (row) => row.name)].map(([name, rows]) => [name, rows.map(values)]),
        ),
        events: (eventsOf.get(id) ?? []).map(({ account_id: _, ...event }) => withoutDefaults(event)),
        history: history.get(id) ?? [],
        overrides: overrides.get(id) ?? [],
      }),
    );
}

/** A row without what a document says by leaving it out. */
const withoutDefaults = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && !(name === 'count' && value === 1)),
  );
