import type { Session } from '../database/session.ts';

/** One account as the table of accounts has it; instants are milliseconds since 1970. */
export interface AccountRow {
  readonly id: string;
  /** Its id where it has no name. */
  readonly name: string;
  readonly since: number | null;
  /** When it ceased to be a customer; null while it is one. */
  readonly ended: number | null;
  readonly tracked: readonly string[] | null;
}

/** Accounts by id, in no particular order; all of them when `ids` is absent. Ids that nobody has are left out. */
export async function accountRows(session: Session, ids?: readonly string[]): Promise<AccountRow[]> {
  const rows = await session.rows<{
    id: string;
    name: string | null;
    since: string | null;
    ended: string | null;
    tracked: string[] | null;
  }>(`SELECT id, name, since, ended, tracked FROM accounts ${ids ? 'WHERE id = ANY($ids)' : ''}`, ids ? { ids } : []);
  return rows.map(({ id, name, since, ended, tracked }) => ({
    id,
    name: name ?? id,
    since: instant(since),
    ended: instant(ended),
    tracked,
  }));
}

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));
