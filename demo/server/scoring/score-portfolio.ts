import { createHash, randomBytes } from 'node:crypto';
import type { Store, Transaction } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from '../reading/account-row.ts';
import { readFacts } from '../reading/read-facts.ts';
import { hasLeft, weeklyInstants } from '../reading/scoring-instants.ts';
import { keepReports, keptReports } from './report-table.ts';
import { scorableFrom } from './scorable-from.ts';
import { scoreToday } from './score-today.ts';
import { type Scored, scoreWeekly } from './score-weekly.ts';
import { type SummaryRow, summarise, summaryTable } from './summary.ts';

/** Changes whenever the same records and model would leave something else behind. */
const scoringVersion = '5';

/**
 * Scores every account as of each week of the past year and as of today, and keeps the history, the reports and their
 * summaries, unless the database holds them already, made with the same model from the same records. Tells `progress`
 * what it does.
 */
export async function scorePortfolio(
  database: Store,
  portfolio: Portfolio,
  progress: (line: string) => void,
): Promise<void> {
  const mark = markOf(portfolio);
  const [kept] = await database.rows<{ value: string }>(`SELECT value FROM meta WHERE key = 'scored'`);
  if (kept?.value === mark) return;
  const weeks = weeklyInstants(portfolio.asOf, await scorableFrom(portfolio));
  const accounts = await accountRows(database);
  progress(`Scoring ${accounts.length} accounts as of ${weeks.length} weeks and of today …`);
  const scored = await scoreWeekly(portfolio, accounts, weeks);
  await database.transaction((transaction) => keep(transaction, portfolio, scored, mark));
}

/** Replaces what was kept before; the mark says from what it was made, the key signs cursors into it. */
async function keep(transaction: Transaction, portfolio: Portfolio, scored: Scored, mark: string): Promise<void> {
  const { model, asOf } = portfolio;
  await transaction.run('DELETE FROM history');
  await transaction.run(`DELETE FROM meta WHERE key IN ('scored', 'cursorKey')`);
  const history = await transaction.append('history');
  for (const [account_id, points] of scored.history) {
    for (const { at, computed, dimensions = null, signals = null, ...point } of points) {
      const own = { computed: computed ?? null, has_computed: computed !== undefined };
      history.add({ account_id, model_id: model.id, ...point, ...own, at: Date.parse(at), dimensions, signals });
    }
  }
  history.close();
  // Those that have left are told of as they were, not as they are.
  const last = new Map(scored.lastReports.map((report) => [report.account.id, report]));
  const today = await scoreToday(transaction, model, asOf);
  await keepReports(
    transaction,
    today.map((report) => last.get(report.account.id) ?? report),
  );
  await keepSummaries(transaction, portfolio);
  const meta = await transaction.append('meta');
  meta.add({ key: 'scored', value: mark });
  meta.add({ key: 'cursorKey', value: randomBytes(32).toString('base64') });
}

/** Replaces the summaries by those of the reports that are kept, with the facts of each account as of its report. */
export async function keepSummaries(transaction: Transaction, { model, asOf }: Portfolio): Promise<void> {
  const [accounts, reports, factsAt] = [
    await accountRows(transaction),
    await keptReports(transaction),
    await readFacts(transaction),
  ];
  const facts = new Map<string, ReturnType<typeof factsAt>>();
  await transaction.create('summaries', summaryTable);
  const summaries = await transaction.appendTemporary<SummaryRow>('summaries');
  for (const account of accounts) {
    const report = reports.get(account.id);
    if (!report) continue;
    const then = facts.get(report.asOf) ?? factsAt(Date.parse(report.asOf));
    facts.set(report.asOf, then);
    summaries.add(
      summarise(account, hasLeft(account.ended, asOf), { facts: then.get(account.id) ?? new Map(), model }, report),
    );
  }
  summaries.close();
}

/** Differs whenever the same records would be scored differently; records that are replaced take it with them. */
function markOf({ model, asOf }: Portfolio): string {
  return createHash('sha256')
    .update(JSON.stringify([scoringVersion, asOf, model]))
    .digest('hex');
}
