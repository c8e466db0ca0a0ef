import { createHash } from 'node:crypto';
import type { Report } from '@hale/core';
import type { Session, Store, Transaction } from '../database/session.ts';

/** Messages to be sent, and those of late that were: kept with the reports that they tell of, all at once or not at all. */
const table = `
  id       VARCHAR PRIMARY KEY, -- the same for the same thing told
  body     VARCHAR NOT NULL,    -- what is signed and sent, to the byte
  attempts INTEGER NOT NULL,
  due      TIMESTAMP,           -- when it is tried next; NULL: it is over
  noted    TIMESTAMP NOT NULL`;

/** A message that waits. */
export interface Message {
  readonly id: string;
  readonly body: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** ms for which a message is remembered, so that it is not told again. */
const remembered = 30 * 86_400_000;

const make = (session: Session) => session.run(`CREATE TABLE IF NOT EXISTS webhooks (${table}\n)`);

/** Notes the signals that have fired in reports and had not in the former ones, by account id. `now` in ms since 1970. */
export async function noteFired(
  transaction: Transaction,
  former: ReadonlyMap<string, Report>,
  reports: readonly Report[],
  now: number,
): Promise<void> {
  await make(transaction);
  for (const { account, asOf, signals } of reports) {
    const known = new Set(former.get(account.id)?.signals.map(({ id }) => id));
    for (const { id, label, effect, severity, since } of signals) {
      if (known.has(id)) continue;
      const data = { account: account.id, signal: { id, label, effect, severity, since: since ?? asOf } };
      await transaction.run('INSERT INTO webhooks VALUES ($id, $body, 0, $now, $now) ON CONFLICT (id) DO NOTHING', {
        id: `msg_${createHash('sha256')
          .update(JSON.stringify([account.id, id, data.signal.since]))
          .digest('base64url')}`,
        body: JSON.stringify({ type: 'signal.fired', timestamp: new Date(now).toISOString(), data }),
        now: new Date(now),
      });
    }
  }
  await transaction.run('DELETE FROM webhooks WHERE due IS NULL AND noted < $before', {
    before: new Date(now - remembered),
  });
}

/** At most `most` of the messages that are due, those that wait longest first. */
export async function dueMessages(store: Store, now: number, most: number): Promise<Message[]> {
  await make(store);
  return store.rows<{ id: string; body: string; attempts: number }>(
    `SELECT id, body, attempts FROM webhooks w WHERE w.due <= $now ORDER BY w.due, id LIMIT ${most}`,
    { now: new Date(now) },
  );
}

/** When the next message is due, in ms since 1970; null when none waits. */
export async function nextDue(store: Store): Promise<number | null> {
  const [row] = await store.rows<{ next: string | null }>('SELECT min(w.due) AS next FROM webhooks w');
  return row?.next ? Date.parse(row.next) : null;
}

/** Says what came of an attempt: when the next one is due, in ms since 1970; null when it is over. */
export const settle = (store: Store, { id, attempts }: Message, due: number | null): Promise<void> =>
  store.transaction((transaction) =>
    transaction.run('UPDATE webhooks SET attempts = $attempts, due = $due WHERE id = $id', {
      id,
      attempts: attempts + 1,
      due: due === null ? null : new Date(due),
    }),
  );
