import { setImmediate } from 'node:timers/promises';
import { type AccountReading, type HistoryPoint, type Report, reportFromReading } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import type { AccountRow } from '../reading/account-row.ts';
import { grouped } from '../reading/grouped.ts';
import { readActivity } from '../reading/read-activity.ts';
import { readFacts } from '../reading/read-facts.ts';
import { type Observations, readObservationsOverTime } from '../reading/read-observations.ts';
import { readOverrides } from '../reading/read-overrides.ts';
import { hasLeft, reportInstant } from '../reading/scoring-instants.ts';
import { historyPoint } from './history-point.ts';
import { readAhead } from './read-ahead.ts';

/** What scoring a portfolio week by week leaves behind. */
export interface Scored {
  /** By account id, oldest first; none from before it was a customer, none of its latest report. */
  readonly history: ReadonlyMap<string, readonly HistoryPoint[]>;
  /** The latest reports of the accounts that have left, each as of the last week that it was a customer in; of all accounts where only some are scored. */
  readonly reports: readonly Report[];
}

/** What is scored, and with what. */
export interface Scope {
  /** Accounts times instants in one statement; as is best for the database when absent. */
  readonly rows?: number;
  /** The ids of `accounts`, where these are not all there are. */
  readonly only?: readonly string[];
  /** The scores of earlier weeks by account id, oldest first; none when absent. */
  readonly before?: ReadonlyMap<string, readonly HistoryPoint[]>;
  /** Customers by account id whose report is of another instant (ms since 1970) than the portfolio's; none when absent. */
  readonly later?: ReadonlyMap<string, number>;
  /** What is observed as of several instants, by instant; read from the records by one statement when absent. */
  readonly read?: (instants: readonly number[]) => Promise<ReadonlyMap<number, Observations>>;
}

/**
 * Scores every account as of each of `weeks` (milliseconds, oldest first), and those that have left as of their last. A
 * statement reads all accounts as of several instants, about `rows` rows; the score of one week is in the history that
 * the next is scored with.
 */
export async function scoreWeekly(
  { session, model, asOf }: Portfolio,
  accounts: readonly AccountRow[],
  weeks: readonly number[],
  { rows = session.span, only, before, later, read: given }: Scope = {},
): Promise<Scored> {
  const read = given ?? ((span: readonly number[]) => readObservationsOverTime(session, model, span, only));
  const history = new Map<string, HistoryPoint[]>(accounts.map(({ id }) => [id, [...(before?.get(id) ?? [])]]));
  const reports: Report[] = [];
  const [overrides, factsAt] = await Promise.all([readOverrides(session, only), readFacts(session, only)]);
  const reportedOf = only ? accounts : accounts.filter(({ ended }) => hasLeft(ended, asOf));
  const latest = grouped(reportedOf, ({ id, ended }) =>
    hasLeft(ended, asOf) ? reportInstant(ended, asOf) : (later?.get(id) ?? asOf),
  );
  const kept = new Set(weeks);

  const scoreAt = async (now: number, observations: Observations) => {
    const facts = factsAt(now);
    const reported = latest.get(now) ?? [];
    const activity = reported.length ? await readActivity(session, model, reported, now) : new Map();
    const score = ({ id, name }: AccountRow) => {
      const reading: AccountReading = {
        id,
        name,
        observations: observations.get(id) ?? new Map(),
        facts: facts.get(id) ?? new Map(),
        activity: activity.get(id) ?? null,
        history: history.get(id) ?? [],
        overrides: overrides.get(id) ?? [],
      };
      return reportFromReading(model, reading, { now: new Date(now) });
    };
    reports.push(...reported.map(score));
    if (!kept.has(now)) return;
    for (const account of accounts) {
      const { id, since, ended } = account;
      const wasCustomer = (since ?? now) <= now && !hasLeft(ended, now);
      if (wasCustomer && reportInstant(ended, asOf) !== now) history.get(id)?.push(historyPoint(score(account)));
    }
  };

  const instants = [...new Set([...weeks, ...latest.keys()])].sort((a, b) => a - b);
  const spans = inSpans(instants, Math.max(1, Math.floor(rows / accounts.length)));
  for await (const [span, observed] of readAhead(spans, read)) {
    for (const now of span) {
      await scoreAt(now, observed.get(now) ?? new Map());
      // Whoever asks a server that scores is answered in between.
      await setImmediate();
    }
  }
  return { history, reports };
}

const inSpans = (instants: readonly number[], length: number): number[][] =>
  Array.from({ length: Math.ceil(instants.length / length) }, (_, span) =>
    instants.slice(span * length, (span + 1) * length),
  );
