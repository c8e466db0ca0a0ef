import type { BulkAppender } from '../../server/database/appender.ts';
import type { Rows } from '../../server/database/rows.ts';
import type { Transaction } from '../../server/database/session.ts';

/** Opens a place for events as they come, in any order. */
export async function gatherEvents(transaction: Transaction): Promise<BulkAppender<Rows['events']>> {
  await transaction.run('CREATE TEMP TABLE arrived AS FROM events LIMIT 0');
  return transaction.appendTemporary('arrived');
}

/** Moves them into `events`, each account's together, so that reading one account touches few blocks of the file. */
export async function orderEvents(transaction: Transaction): Promise<void> {
  await transaction.run('INSERT INTO events FROM arrived ORDER BY account_id, "at"');
  await transaction.run('DROP TABLE arrived');
}
