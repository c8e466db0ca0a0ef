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
  const [account] = await accountRows(session, [id]);
  if (!account) return null;
  const [facts, events, history, overrides] = await Promise.all([
    session.rows<Record<'name' | 'number' | 'text' | 'boolean' | 'at', string>>(
      `SELECT name, number, text, boolean, f.at AS "at" FROM facts f WHERE account_id = $id ORDER BY name, f.at NULLS FIRST`,
      { id },
    ),
    session.rows(
      `SELECT name, e.at AS "at", until, user_id AS user, count, properties FROM events e
       WHERE account_id = $id ORDER BY e.at, name, user_id, count, CAST(properties AS VARCHAR) COLLATE "C", until`,
      { id },
    ),
    readHistory(session, [id]),
    readOverrides(session, [id]),
  ]);
  const values = ({ number, text, boolean, at }: (typeof facts)[number]) => ({
    value: number ?? text ?? boolean,
    ...(at === null ? {} : { at }),
  });
  return parseAccount({
    id,
    name: account.name,
    ...(account.since === null ? {} : { since: new Date(account.since).toISOString() }),
    ...(account.tracked ? { tracked: [...account.tracked] } : {}),
    facts: Object.fromEntries([...grouped(facts, ({ name }) => name)].map(([name, rows]) => [name, rows.map(values)])),
    events: events.map(withoutDefaults),
    history: history.get(id) ?? [],
    overrides: overrides.get(id) ?? [],
  });
}

/** A row without what a document says by leaving it out. */
const withoutDefaults = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && !(name === 'count' && value === 1)),
  );
