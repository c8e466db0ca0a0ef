import { createHash, randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from '../reading/account-row.ts';
import { readingRow, readingTable } from '../reading/kept-readings.ts';
import { weeklyInstants } from '../reading/scoring-instants.ts';
import { scorableFrom } from './scorable-from.ts';
import { type Scored, scoreWeekly } from './score-weekly.ts';
import { type SummaryRow, summaryTable } from './summary.ts';

/** Changes whenever the same records and model would leave something else behind. */
const scoringVersion = '4';

/**
 * Scores every account as of each week of the past year and as of today, and keeps the history, the summaries and the latest readings,
 * unless the database holds them already, made with the same model from the same records. Tells `progress` what it does.
 */
export async function scorePortfolio(
  database: Database,
  portfolio: Portfolio,
  progress: (line: string) => void,
): Promise<void> {
  const mark = markOf(portfolio);
  const [kept] = await database.rows<{ value: string }>(`SELECT value FROM meta WHERE key = 'scored'`);
  if (kept?.value === mark) return;
  const weeks = weeklyInstants(portfolio.asOf, await scorableFrom(portfolio));
  const accounts = await accountRows(database);
  progress(`Scoring ${accounts.length} accounts as of today and of ${weeks.length} weeks before …`);
  const scored = await scoreWeekly(portfolio, accounts, weeks);
  await database.transaction((transaction) => keep(transaction, portfolio, scored, mark));
}

/** Replaces what was kept before; the mark says from what it was made, the key signs cursors into it. */
async function keep(transaction: Transaction, { model }: Portfolio, scored: Scored, mark: string): Promise<void> {
  await transaction.run('DELETE FROM history');
  await transaction.run(`DELETE FROM meta WHERE key IN ('scored', 'cursorKey')`);
  await transaction.run(summaryTable);
  await transaction.run(readingTable);
  const history = await transaction.append('history');
  for (const [account_id, points] of scored.history) {
    for (const { at, dimensions = null, signals = null, ...point } of points) {
      history.add({ account_id, model_id: model.id, ...point, at: Date.parse(at), dimensions, signals });
    }
  }
  const summaries = await transaction.appendTemporary<SummaryRow>('summaries');
  for (const row of scored.summaries) summaries.add(row);
  const readings = await transaction.appendTemporary<ReturnType<typeof readingRow>>('readings');
  for (const reading of scored.readings) readings.add(readingRow(reading));
  const meta = await transaction.append('meta');
  meta.add({ key: 'scored', value: mark });
  meta.add({ key: 'cursorKey', value: randomBytes(32).toString('base64') });
}

/** Differs whenever the same records would be scored differently; records that are replaced take it with them. */
function markOf({ model, asOf }: Portfolio): string {
  return createHash('sha256')
    .update(JSON.stringify([scoringVersion, asOf, model]))
    .digest('hex');
}
