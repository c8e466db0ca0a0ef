import type { Model, ReportOverride, Signal } from '@hale/core';
import type { Parameter } from '../database/values.ts';
import type { Portfolio } from '../portfolio.ts';
import { comparable } from '../scoring/summary.ts';
import type { Place } from './cursor.ts';

/** What a list may be sorted by, and the column that holds it. */
const sortColumns = {
  score: 'score',
  change: 'change',
  name: 'name_key',
  renewal: 'renewal',
  value: 'yearly_value',
  coverage: 'coverage',
} as const;

export type SortKey = keyof typeof sortColumns;
export const sortKeys = Object.keys(sortColumns) as readonly SortKey[];

/** Which accounts, in which order. */
export interface AccountQuery {
  /** Id of a tier, or `none` for accounts without a score. */
  readonly tier: string | null;
  /** Part of the name; capitals and accents do not matter. */
  readonly name: string | null;
  /** Id of a signal that fired. */
  readonly signal: string | null;
  /** Whether accounts that are customers no more are among them. */
  readonly withEnded: boolean;
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** A signal that fired, as the model names it. */
export type ListedSignal = Pick<Signal, 'id' | 'label' | 'effect' | 'severity'>;

/** One account in a list. What is missing is null. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly score: number | null;
  readonly tier: string | null;
  /** What a person has set in place of what was computed. */
  readonly override: ReportOverride | null;
  readonly coverage: number;
  /** Points gained or lost, as in the report's trend. */
  readonly change: number | null;
  /** The most severe risk signal. */
  readonly topFlag: { readonly label: string; readonly severity: string } | null;
  /** All signals that fired, the most severe first. */
  readonly signals: readonly ListedSignal[];
  /** The latest weekly scores, oldest first; null where there was none. */
  readonly spark: readonly (number | null)[];
  /** The day of the next renewal, `2026-11-14`. */
  readonly renewal: string | null;
  readonly yearlyValue: number | null;
  readonly seats: number | null;
  readonly activeUsers: number | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly asOf: string;
  /** When it ceased to be a customer; null while it is one. */
  readonly ended: string | null;
}

type Row = Omit<ListedAccount, 'topFlag' | 'signals'> & {
  readonly flagLabel: string | null;
  readonly flagSeverity: string | null;
  readonly signals: readonly string[];
};

const shown = `account_id AS id, name, score, tier, override, coverage, change, flag_label AS "flagLabel",
  flag_severity AS "flagSeverity", signals, spark, renewal, yearly_value AS "yearlyValue", seats,
  active_users AS "activeUsers", industry, employees, as_of AS "asOf", ended`;

/** A page of a list, how many accounts there are in all, and where the next page begins; null when this is the last. */
export interface AccountPage {
  readonly accounts: readonly ListedAccount[];
  readonly total: number;
  readonly end: Place | null;
}

/** Lists up to `limit` accounts that come after `after`. Those that lack what is sorted by come last, either way. */
export async function listAccounts(
  { session, model }: Portfolio,
  query: AccountQuery,
  limit: number,
  after: Place | null,
): Promise<AccountPage> {
  const column = sortColumns[query.sort];
  const direction = query.descending ? 'DESC' : 'ASC';
  const chosen = filter(query);
  const from = after ? beyond(after, column, query.descending) : { condition: 'true', parameters: {} };
  const rows = await session.rows<Row & Pick<Place, 'key'>>(
    `SELECT ${shown}, ${column} AS key
     FROM summaries WHERE ${chosen.condition} AND ${from.condition}
     ORDER BY ${column} ${direction} NULLS LAST, account_id LIMIT $limit`,
    { ...chosen.parameters, ...from.parameters, limit: limit + 1 },
  );
  const counted = `SELECT count(*) AS total FROM summaries WHERE ${chosen.condition}`;
  const [count] = await session.rows<{ total: number }>(counted, chosen.parameters);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    accounts: page.map(({ key: _, ...row }) => toListed(row, model)),
    total: count?.total ?? 0,
    end: last && rows.length > limit ? { key: last.key, id: last.id } : null,
  };
}

/** One account as a list shows it, be it a customer still or not; null where there is none with this id. */
export async function findAccount({ session, model }: Portfolio, id: string): Promise<ListedAccount | null> {
  const [row] = await session.rows<Row>(`SELECT ${shown} FROM summaries WHERE account_id = $id`, { id });
  return row ? toListed(row, model) : null;
}

function toListed({ flagLabel, flagSeverity, signals, ...account }: Row, model: Model): ListedAccount {
  const known = new Map((model.signals ?? []).map((signal) => [signal.id, signal]));
  return {
    ...account,
    topFlag: flagLabel !== null && flagSeverity !== null ? { label: flagLabel, severity: flagSeverity } : null,
    signals: signals.flatMap((id) => {
      const signal = known.get(id);
      return signal ? [{ id, label: signal.label ?? id, effect: signal.effect, severity: signal.severity }] : [];
    }),
  };
}

interface Condition {
  readonly condition: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

function filter({ tier, name, signal, withEnded }: AccountQuery): Condition {
  const conditions = ['true'];
  const parameters: Record<string, Parameter> = {};
  if (!withEnded) conditions.push('ended IS NULL');
  if (tier === 'none') conditions.push('tier IS NULL');
  else if (tier !== null) {
    conditions.push('tier = $tier');
    parameters.tier = tier;
  }
  if (name !== null) {
    conditions.push('position($name IN name_key) > 0');
    parameters.name = comparable(name);
  }
  if (signal !== null) {
    conditions.push('$signal = ANY(signals)');
    parameters.signal = signal;
  }
  return { condition: conditions.join(' AND '), parameters };
}

/** The rows that come after a place in the order of the list. */
function beyond({ key, id }: Place, column: string, descending: boolean): Condition {
  if (key === null) return { condition: `${column} IS NULL AND account_id > $id`, parameters: { id } };
  return {
    condition: `(${column} ${descending ? '<' : '>'} $key OR (${column} = $key AND account_id > $id) OR ${column} IS NULL)`,
    parameters: { key, id },
  };
}
