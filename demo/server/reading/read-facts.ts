import type { AccountReading } from '@hale/core';
import type { Session } from '../database/session.ts';

/** The facts of an account by name. */
export type Facts = AccountReading['facts'];

type Fact = Facts extends ReadonlyMap<string, infer Value> ? Value : never;

interface FactRow extends Record<'number' | 'text' | 'boolean', Fact['value']> {
  readonly account_id: string;
  readonly name: string;
  readonly at: string | null;
}

/**
 * The facts of all accounts, or of those with these ids, read once: a function that gives those of an instant (milliseconds), by account id. The
 * newest of each at or before that instant counts; an undated one is older than any dated one.
 */
export async function readFacts(
  session: Session,
  ids?: readonly string[],
): Promise<(now: number) => Map<string, Facts>> {
  const rows = await session.rows<FactRow>(
    `SELECT account_id, name, "at", number, text, boolean FROM facts f
     ${ids ? 'WHERE account_id = ANY($ids)' : ''} ORDER BY f.at NULLS FIRST`,
    ids ? { ids } : [],
  );
  const dated = rows.map((row) => [row, toFact(row)] as const);
  return (now) => {
    const facts = new Map<string, Map<string, Fact>>();
    for (const [{ account_id, name }, fact] of dated) {
      if (fact.at !== null && fact.at > now) continue;
      const ofAccount = facts.get(account_id) ?? new Map<string, Fact>();
      facts.set(account_id, ofAccount);
      // The newest comes last, and so is the one that stays.
      ofAccount.set(name, fact);
    }
    return facts;
  };
}

const toFact = ({ number, text, boolean, at }: FactRow): Fact => ({
  value: number ?? text ?? boolean,
  at: at === null ? null : Date.parse(at),
});
