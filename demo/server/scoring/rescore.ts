import { isDeepStrictEqual } from 'node:util';
import { type Model, type Report, readAccount } from '@hale/core';
import type { Store, Transaction } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountDocuments } from '../reading/account-document.ts';
import { accountRows } from '../reading/account-row.ts';
import { readHistory } from '../reading/read-history.ts';
import { weeklyInstants } from '../reading/scoring-instants.ts';
import { keepHistory } from './keep-history.ts';
import { keptReports, replaceReports } from './report-table.ts';
import { replaceSummaries } from './score-portfolio.ts';
import { type Scope, scoreWeekly } from './score-weekly.ts';
import { touched, untouch } from './touched.ts';

/** Accounts that are scored at once: so few that they are done soon, and others are answered in between. */
const most = 50;

/** Accounts times instants that are read here: a statement over all measures takes longer to be planned than they do. */
const few = 20;

/** Writes what follows from reports that take the place of former ones, by account id. `now` in ms since 1970. */
export type Consequence = (
  transaction: Transaction,
  former: ReadonlyMap<string, Report>,
  reports: readonly Report[],
  now: number,
) => Promise<void>;

/** What scoring some accounts again has come to. */
export interface Rescored {
  /** Those whose report is another one now. */
  readonly changed: readonly string[];
  /** How many were scored. */
  readonly scored: number;
}

/**
 * Scores some of the accounts again whose events have come since, as of each kept week that these events reach and as of
 * today, and replaces their history, reports and summaries all at once. An account with events from after the instant of
 * the portfolio has its report as of the newest of them that is not after `now` (ms since 1970). Readers, and events that
 * come meanwhile, wait for nothing but the writing. `also` writes in the same transaction what follows from the change.
 */
export async function rescore(
  store: Store,
  portfolio: Portfolio,
  now: number,
  also: Consequence = async () => {},
): Promise<Rescored> {
  const due = await store.transaction((transaction) => touched(transaction, most));
  if (!due) return { changed: [], scored: 0 };
  const { accounts: ids, since } = due;
  const [accounts, before, former, first, later] = await Promise.all([
    accountRows(store, ids),
    readHistory(store, ids),
    keptReports(store, ids),
    firstWeek(store),
    laterInstants(store, ids, portfolio.asOf, now),
  ]);
  const weeks = first === null ? [] : weeklyInstants(portfolio.asOf, first).filter((week) => week >= since);
  const kept = new Map([...before].map(([id, points]) => [id, points.filter(({ at }) => Date.parse(at) < since)]));
  const { history, reports } = await scoreWeekly(portfolio, accounts, weeks, {
    only: ids,
    before: kept,
    later,
    ...(ids.length * (weeks.length + 1) <= few && (await readHere(store, portfolio.model, ids))),
  });
  await store.transaction(async (transaction) => {
    await transaction.run('DELETE FROM history WHERE account_id = ANY($ids) AND "at" >= $since', {
      ids,
      since: new Date(since),
    });
    const own = new Map([...history].map(([id, points]) => [id, points.slice(kept.get(id)?.length ?? 0)]));
    await keepHistory(transaction, portfolio.model, own);
    await replaceReports(transaction, reports);
    await replaceSummaries(transaction, portfolio, ids);
    await also(transaction, former, reports, now);
    await untouch(transaction, due);
  });
  const changed = reports.filter((report) => !isDeepStrictEqual(former.get(report.account.id), plain(report)));
  return { changed: changed.map(({ account }) => account.id), scored: ids.length };
}

/** Reads accounts from their documents; nothing where one of them makes none, which is left to the statement. */
async function readHere(store: Store, model: Model, ids: readonly string[]): Promise<Pick<Scope, 'read'>> {
  const documents = await accountDocuments(store, ids).catch(() => null);
  if (!documents) return {};
  const at = (now: number) =>
    new Map(documents.map((one) => [one.id, readAccount(model, one, { now: new Date(now) }).observations]));
  return { read: async (instants) => new Map(instants.map((now) => [now, at(now)])) };
}

/** As it is kept: JSON leaves out what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The first week that all accounts are scored as of (ms since 1970); null where none is. */
async function firstWeek(store: Store): Promise<number | null> {
  const [row] = await store.rows<{ first: string | null }>('SELECT min(h.at) AS first FROM history h');
  return row?.first ? Date.parse(row.first) : null;
}

/** Of accounts with events from `from` up to `to`, both in ms since 1970: an instant at which all of these count. */
async function laterInstants(
  store: Store,
  ids: readonly string[],
  from: number,
  to: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await store.rows<{ id: string; last: string }>(
    `SELECT e.account_id AS id, max(e.at) AS last FROM events e
     WHERE e.account_id = ANY($ids) AND e.at >= $from AND e.at <= $to GROUP BY e.account_id`,
    { ids, from: new Date(from), to: new Date(to) },
  );
  return new Map(rows.map(({ id, last }) => [id, Date.parse(last) + 1]));
}
