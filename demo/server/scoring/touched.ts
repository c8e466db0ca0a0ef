import type { Session, Transaction } from '../database/session.ts';

/** Accounts with events that their report does not tell of yet. It outlives the server, as the events do. */
const table = `
  account_id VARCHAR NOT NULL,
  since      TIMESTAMP NOT NULL, -- the earliest of the events
  batch      VARCHAR NOT NULL    -- what they came with`;

/** Some of them, and with what they came: what comes while they are scored is not among it. */
export interface Touched {
  readonly accounts: readonly string[];
  /** The earliest event of them all, in ms since 1970: what was scored as of an earlier instant stays as it is. */
  readonly since: number;
  readonly batches: readonly string[];
}

const make = (session: Session) => session.run(`CREATE TABLE IF NOT EXISTS touched (${table}\n)`);

/** Notes accounts, each with the earliest of its events (ms since 1970). */
export async function touch(
  transaction: Transaction,
  batch: string,
  accounts: ReadonlyMap<string, number>,
): Promise<void> {
  await make(transaction);
  const rows = await transaction.appendTemporary<{ account_id: string; since: number; batch: string }>('touched');
  for (const [account_id, since] of accounts) rows.add({ account_id, since, batch });
  rows.close();
}

/** At most `most` accounts that are noted; null where none is. */
export async function touched(transaction: Transaction, most: number): Promise<Touched | null> {
  await make(transaction);
  const rows = await transaction.rows<{ account_id: string; since: string; batch: string }>(
    `SELECT account_id, since, batch FROM touched
     WHERE account_id IN (SELECT DISTINCT account_id FROM touched ORDER BY account_id LIMIT ${most})`,
  );
  if (rows.length === 0) return null;
  return {
    accounts: [...new Set(rows.map(({ account_id }) => account_id))].sort(),
    since: rows.reduce((least, { since }) => Math.min(least, Date.parse(since)), Number.POSITIVE_INFINITY),
    batches: [...new Set(rows.map(({ batch }) => batch))],
  };
}

/** Notes the accounts with events at or after an instant (ms since 1970), of which no report tells that is as of then. */
export async function touchLater(transaction: Transaction, instant: number): Promise<void> {
  await make(transaction);
  await transaction.run(
    `INSERT INTO touched SELECT e.account_id, min(e.at), 'later' FROM events e
     WHERE e.at >= $instant GROUP BY e.account_id`,
    { instant: new Date(instant) },
  );
}

/** Forgets what was scored; all that is noted when `done` is absent. */
export async function untouch(transaction: Transaction, done?: Touched): Promise<void> {
  await make(transaction);
  if (!done) return transaction.run('DELETE FROM touched');
  const { accounts, batches } = done;
  await transaction.run('DELETE FROM touched WHERE account_id = ANY($accounts) AND batch = ANY($batches)', {
    accounts,
    batches,
  });
}
