import type { Observation } from '../measures/measure-kind.ts';
import type { Model } from '../model/define-model.ts';
import { measuresOf } from '../model/resolve-model.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import type { Statement } from '../sql/render.ts';
import { accountRows } from './account-rows.ts';
import { mustFit, renderModel } from './engine-limits.ts';
import { type MeasureColumn, MeasureColumns } from './measure-columns.ts';
import { mustHaveInstant, type ObservationQuery } from './observation-query.ts';
import { overInstants } from './over-instants.ts';
import { RowSets } from './row-sets.ts';
import { type Row, toNumber } from './row-values.ts';
import { StagedColumns } from './staged-columns.ts';

/** A statement, and how to read its rows. */
export interface ObservationStatement extends Statement {
  /** The account a row is about. */
  accountOf(row: Row): string;
  /** The observations in a row, by measure id: what `readMeasures` reads from the same account. */
  observationsOf(row: Row): Map<string, Observation>;
}

/** The same for several instants: an account has a row for each of them. */
export interface HistoryStatement extends ObservationStatement {
  /** The instant (milliseconds) a row is as of: one of those asked for. */
  instantOf(row: Row): number;
}

/**
 * One statement that reads every measure of a model for every account, a row each, over the tables
 * `accounts(id, since, tracked)`, `facts(account_id, name, at, number, text, boolean)` and
 * `events(account_id, name, at, until, user_id, count, properties)`.
 */
export function compileObservations(model: Model, dialect: Dialect, query: ObservationQuery): ObservationStatement {
  const { fragment, ...read } = observations(model, dialect, query, null);
  return { ...renderModel(model, sql`with ${fragment}`, dialect), ...read };
}

/**
 * The same as of several instants (milliseconds, each once), which costs an engine far less than a statement for each.
 * One statement as a rule; more where they cannot be alike for all, each about some of the instants.
 */
export function compileHistory(
  model: Model,
  dialect: Dialect,
  { instants, accounts }: Pick<ObservationQuery, 'accounts'> & { readonly instants: readonly number[] },
): HistoryStatement[] {
  const compiled = (now: number) => observations(model, dialect, accounts ? { now, accounts } : { now }, sql`i`);
  return overInstants(instants, compiled).map(({ table, statement: { fragment, ...read } }) => ({
    ...renderModel(model, sql`with ${table},\n${fragment}`, dialect),
    ...read,
    instantOf: (row) => Number(row.instant),
  }));
}

/** The statement after its `with`; as of `query.now`, or with a row for each in the table `instants` if there is one. */
function observations(model: Model, dialect: Dialect, query: ObservationQuery, instants: Fragment | null) {
  mustHaveInstant(query);
  const rows = new RowSets(instants);
  const set = measuresOf(model);
  const staged = new StagedColumns();
  const columns = new MeasureColumns(set, dialect, rows, staged);
  const shape = [...set.measures.keys()].map((id) => ({ id, ...columns.column(id, query.now) }));
  const read = shape.flatMap(({ value, at, parts }) => [value, at, ...parts.map(([, column]) => column)]);

  const by = instants ? sql`, a.instant` : sql``;
  const from = sql`a.id, a.since, a.tracked`;
  const { tables, last, widest } = accountRows({
    dialect,
    query,
    columns: from,
    rows,
    staged,
    instants,
    wanted: new Set(read),
  });
  mustFit(model, dialect, Math.max(widest, read.length + 2));
  const chosen = read.map((column) => sql`, a.${name(column)}`);

  return {
    fragment: sql`${tables}
select a.id as account_id${by}${join(chosen, sql``)} from ${last} a order by a.id${by}`,
    accountOf: (row: Row) => String(row.account_id),
    observationsOf: (row: Row) => new Map(shape.map(({ id, ...column }) => [id, toObservation(row, column)])),
  };
}

/** The observation that a row holds in these columns. */
export function toObservation(
  row: Row,
  { value, at, parts }: Pick<MeasureColumn, 'value' | 'at' | 'parts'>,
): Observation {
  const number = toNumber(row[value]);
  const read = parts.flatMap(([part, column]) => {
    const figure = toNumber(row[column]);
    return figure === null ? [] : [[part, figure] as const];
  });
  const observation = { value: number, at: number === null ? null : toNumber(row[at]) };
  return number !== null && read.length ? { ...observation, parts: Object.fromEntries(read) } : observation;
}
