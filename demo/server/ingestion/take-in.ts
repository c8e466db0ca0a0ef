import { createHash, randomUUID } from 'node:crypto';
import type { Store, Transaction } from '../database/session.ts';
import { accountRows } from '../reading/account-row.ts';
import { touch } from '../scoring/touched.ts';
import type { Refused, Row } from './read-batch.ts';

/** What became of a batch. */
export interface TakenIn {
  /** How many rows are kept. They outlive the server's sudden end: the answer is given after they are on the disk. */
  readonly accepted: number;
  /** The others, each with what is wrong with it, in the order of the batch. */
  readonly refused: readonly Refused[];
}

/** A batch as it was sent: the text tells it from another one under the same key. */
export interface Batch {
  /** Whose key it is: another bearer's same key is another key. */
  readonly bearer: string;
  readonly key: string;
  readonly text: string;
  readonly rows: readonly (Row | Refused)[];
}

/** ms for which a batch is known again. */
const remembered = 86_400_000;

const table = `
  bearer VARCHAR NOT NULL,
  key    VARCHAR NOT NULL,   -- as the sender named the batch
  digest VARCHAR NOT NULL,   -- of the batch as it was sent
  answer VARCHAR NOT NULL,   -- JSON
  "at"   TIMESTAMP NOT NULL, -- when it was taken in
  PRIMARY KEY (bearer, key)`;

/**
 * Keeps the rows of a batch that can be kept, all at once; a batch that was taken in within the last day is answered as it
 * was then, and not kept again. Null when another batch had its key.
 * The accounts are noted, to be scored again. `now` in ms since 1970.
 */
export async function takeIn(store: Store, batch: Batch, now: number): Promise<TakenIn | null> {
  const digest = createHash('sha256').update(batch.text).digest('hex');
  return store.transaction(async (transaction) => {
    await transaction.run(`CREATE TABLE IF NOT EXISTS ingested (${table})`);
    await transaction.run(`DELETE FROM ingested WHERE "at" < $before`, { before: new Date(now - remembered) });
    const [earlier] = await transaction.rows<{ digest: string; answer: string }>(
      'SELECT digest, answer FROM ingested WHERE bearer = $bearer AND key = $key',
      { bearer: batch.bearer, key: batch.key },
    );
    if (earlier) return earlier.digest === digest ? (JSON.parse(earlier.answer) as TakenIn) : null;
    const answer = await keep(transaction, batch.rows);
    await transaction.run(
      'INSERT INTO ingested (bearer, key, digest, answer, "at") VALUES ($bearer, $key, $digest, $answer, $at)',
      { bearer: batch.bearer, key: batch.key, digest, answer: JSON.stringify(answer), at: new Date(now) },
    );
    return answer;
  });
}

async function keep(transaction: Transaction, rows: Batch['rows']): Promise<TakenIn> {
  const named = [...new Set(rows.flatMap((row) => ('account' in row ? [row.account] : [])))];
  const known = new Set((await accountRows(transaction, named)).map(({ id }) => id));
  const refused: Refused[] = [];
  const events = await transaction.append('events');
  let accepted = 0;
  const noted = new Map<string, number>();
  for (const row of rows) {
    if (!('account' in row)) refused.push(row);
    else if (!known.has(row.account)) refused.push(unknown(row));
    else {
      const { account, event } = row;
      const at = Date.parse(event.at);
      events.add({
        account_id: account,
        name: event.name,
        at,
        until: event.until == null ? null : Date.parse(event.until),
        user_id: event.user ?? null,
        count: event.count ?? 1,
        properties: event.properties ?? null,
      });
      noted.set(account, Math.min(at, noted.get(account) ?? at));
      accepted++;
    }
  }
  if (noted.size) await touch(transaction, randomUUID(), noted);
  return { accepted, refused };
}

/** The refusal of a row whose account is not there, or out of the bearer's reach: which of them is not told. */
export const unknown = ({ row, account }: Row): Refused => ({
  row,
  code: 'unknown-account',
  path: `events[${row}].account`,
  message: `events[${row}].account must be an account that this token is for, not ${JSON.stringify(account.slice(0, 80))}.`,
});
