import { type Fragment, join, sql } from '../sql/fragment.ts';

/** What to read: as of when, and for which accounts (all when absent). */
export interface ObservationQuery {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly accounts?: readonly string[];
}

/** ` and <column> in (…)`: the accounts asked for; nothing where all are, and no account where the list is empty. */
export function amongAccounts(column: Fragment, { accounts }: ObservationQuery): Fragment {
  if (!accounts) return sql``;
  const ids = accounts.length ? accounts.map((id) => sql`${id}`) : [sql`null`];
  return sql` and ${column} in (${join(ids, sql`, `)})`;
}
