import type { AccountReading } from '@hale/core';
import type { Session } from '../database/session.ts';

/**
 * The table of readings: for each account all that its latest report says of the records, read when they were scored,
 * so that a report needs no measure read again. Lists of pairs, because a name may be any text.
 */
export const readingTable = `CREATE OR REPLACE TABLE readings (
  account_id   VARCHAR PRIMARY KEY,
  as_of        TIMESTAMP NOT NULL,
  observations JSON NOT NULL,  -- [[measure id, observation]]
  facts        JSON NOT NULL,  -- [[name, {value, at}]]
  activity     JSON            -- grids; NULL where the model has none
)`;

/** What does not change while the records stay: history and overrides are read when they are asked for. */
export type KeptReading = Pick<AccountReading, 'id' | 'observations' | 'facts' | 'activity'> & {
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** A row of the table; instants are milliseconds since 1970. */
export const readingRow = ({ id, now, observations, facts, activity }: KeptReading) => ({
  account_id: id,
  as_of: now,
  observations: [...observations],
  facts: [...facts],
  activity,
});

/** The readings of accounts, in no particular order; those that nobody has are left out. */
export async function keptReadings(session: Session, ids: readonly string[]): Promise<KeptReading[]> {
  const rows = await session.rows<{
    account_id: string;
    as_of: string;
    observations: [string, KeptReading['observations'] extends ReadonlyMap<string, infer V> ? V : never][];
    facts: [string, KeptReading['facts'] extends ReadonlyMap<string, infer V> ? V : never][];
    activity: KeptReading['activity'];
  }>(
    `SELECT account_id, as_of, observations, facts, activity FROM readings
     WHERE account_id IN (SELECT unnest($ids))`,
    { ids },
  );
  return rows.map(({ account_id, as_of, observations, facts, activity }) => ({
    id: account_id,
    now: Date.parse(as_of),
    observations: new Map(observations),
    facts: new Map(facts),
    activity,
  }));
}
