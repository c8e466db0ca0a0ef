import { createHash, randomBytes } from 'node:crypto';
import type { Store, Transaction } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from '../reading/account-row.ts';
import { readFacts } from '../reading/read-facts.ts';
import { hasLeft, weeklyInstants } from '../reading/scoring-instants.ts';
import { keepHistory } from './keep-history.ts';
import { keepReports, keptReports } from './report-table.ts';
import { scorableFrom } from './scorable-from.ts';
import { scoreToday } from './score-today.ts';
import { type Scored, scoreWeekly } from './score-weekly.ts';
import { type SummaryRow, summarise, summaryTable } from './summary.ts';
import { touchLater, untouch } from './touched.ts';

/** Changes whenever the same records and model would leave something else behind. */
const scoringVersion = '6';

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
  await untouch(transaction);
  await touchLater(transaction, asOf);
  await keepHistory(transaction, model, scored.history);
  // Those that have left are told of as they were, not as they are.
  const last = new Map(scored.reports.map((report) => [report.account.id, report]));
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
export async function keepSummaries(transaction: Transaction, portfolio: Portfolio): Promise<void> {
  await transaction.create('summaries', summaryTable);
  await addSummaries(transaction, portfolio);
}

/** The same of some accounts; those of all others stay. */
export async function replaceSummaries(
  transaction: Transaction,
  portfolio: Portfolio,
  ids: readonly string[],
): Promise<void> {
  await transaction.run('DELETE FROM summaries WHERE account_id = ANY($ids)', { ids });
  await addSummaries(transaction, portfolio, ids);
}

async function addSummaries(
  transaction: Transaction,
  { model, asOf }: Portfolio,
  ids?: readonly string[],
): Promise<void> {
  const [accounts, reports, factsAt] = [
    await accountRows(transaction, ids),
    await keptReports(transaction, ids),
    await readFacts(transaction, ids),
  ];
  const facts = new Map<string, ReturnType<typeof factsAt>>();
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
