import type { AccountReading } from '@hale/core';
import type { ObservationQuery } from '@hale/core/sql';
import type { Session } from '../database/session.ts';

/** The facts of an account by name. */
export type Facts = AccountReading['facts'];

interface FactRow {
  readonly account_id: string;
  readonly name: string;
  readonly at: string | null;
  readonly value: string | number | boolean | null;
}

/** The newest of each fact at or before `now`, by account id; an undated fact is older than any dated one. */
export async function readFacts(session: Session, { now, accounts }: ObservationQuery): Promise<Map<string, Facts>> {
  const rows = await session.rows<Omit<FactRow, 'value'> & Record<'number' | 'text' | 'boolean', FactRow['value']>>(
    `SELECT account_id, name, "at", number, text, boolean FROM facts f
     WHERE (f.at IS NULL OR f.at <= $now) ${accounts ? 'AND account_id IN (SELECT unnest($accounts))' : ''}
     QUALIFY row_number() OVER (PARTITION BY account_id, name ORDER BY f.at DESC NULLS LAST) = 1`,
    { now: new Date(now), ...(accounts ? { accounts } : {}) },
  );
  const facts = new Map<string, Map<string, { value: FactRow['value']; at: number | null }>>();
  for (const { account_id, name, at, number, text, boolean } of rows) {
    const ofAccount = facts.get(account_id) ?? new Map();
    facts.set(account_id, ofAccount);
    ofAccount.set(name, { value: number ?? text ?? boolean, at: at === null ? null : Date.parse(at) });
  }
  return facts;
}
