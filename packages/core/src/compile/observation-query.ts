import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { mustBeInstant } from '../stats/period.ts';

/** What to read: as of when, and for which accounts (all when absent). */
export interface ObservationQuery {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly accounts?: readonly string[];
}

/** Refuses what to read as of an instant that is none, such as the NaN of a date that was mistyped. */
export const mustHaveInstant = ({ now }: ObservationQuery): void => mustBeInstant(now, 'now');

/** ` and <column> in (…)`: the accounts asked for; nothing where all are, and no account where the list is empty. */
export function amongAccounts(column: Fragment, { accounts }: ObservationQuery, dialect: Dialect): Fragment {
  if (!accounts) return sql``;
  if (dialect.among) return sql` and ${dialect.among(column, accounts)}`;
  const ids = accounts.length ? accounts.map((id) => sql`${id}`) : [sql`null`];
  return sql` and ${column} in (${join(ids, sql`, `)})`;
}
