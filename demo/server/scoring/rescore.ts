import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from '../reading/account-row.ts';
import { readHistory } from '../reading/read-history.ts';
import { weeklyInstants } from '../reading/scoring-instants.ts';
import { keepHistory } from './keep-history.ts';
import { keptReports, replaceReports } from './report-table.ts';
import { replaceSummaries } from './score-portfolio.ts';
import { scoreWeekly } from './score-weekly.ts';
import { touched, untouch } from './touched.ts';

/** Accounts that are scored at once: so few that they are done soon, and others are answered in between. */
const most = 50;

/** What scoring some accounts again has come to. */
export interface Rescored {
  /** Those whose report is another one now. */
  readonly changed: readonly string[];
  /** How many were scored. */
  readonly scored: number;
}

/**
 * Scores some of the accounts again whose events have come since, as of each kept week that these events reach and as of
 * today, and replaces their history, reports and summaries all at once. Readers, and events that come meanwhile, wait for
 * nothing but the writing.
 */
export async function rescore(store: Store, portfolio: Portfolio): Promise<Rescored> {
  const due = await store.transaction((transaction) => touched(transaction, most));
  if (!due) return { changed: [], scored: 0 };
  const { accounts: ids, since } = due;
  const [accounts, before, former, first] = await Promise.all([
    accountRows(store, ids),
    readHistory(store, ids),
    keptReports(store, ids),
    firstWeek(store),
  ]);
  const weeks = first === null ? [] : weeklyInstants(portfolio.asOf, first).filter((week) => week >= since);
  const kept = new Map([...before].map(([id, points]) => [id, points.filter(({ at }) => Date.parse(at) < since)]));
  const { history, reports } = await scoreWeekly(portfolio, accounts, weeks, { only: ids, before: kept });
  await store.transaction(async (transaction) => {
    await transaction.run('DELETE FROM history WHERE account_id = ANY($ids) AND "at" >= $since', {
      ids,
      since: new Date(since),
    });
    const own = new Map([...history].map(([id, points]) => [id, points.slice(kept.get(id)?.length ?? 0)]));
    await keepHistory(transaction, portfolio.model, own);
    await replaceReports(transaction, reports);
    await replaceSummaries(transaction, portfolio, ids);
    await untouch(transaction, due);
  });
  const changed = reports.filter((report) => !isDeepStrictEqual(former.get(report.account.id), plain(report)));
  return { changed: changed.map(({ account }) => account.id), scored: ids.length };
}

/** As it is kept: JSON leaves out what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The first week that all accounts are scored as of (ms since 1970); null where none is. */
async function firstWeek(store: Store): Promise<number | null> {
  const [row] = await store.rows<{ first: string | null }>('SELECT min(h.at) AS first FROM history h');
  return row?.first ? Date.parse(row.first) : null;
}
