import type { Observation } from '../measures/measure-kind.ts';
import type { Model } from '../model/define-model.ts';
import { measuresOf } from '../model/resolve-model.ts';
import type { Dialect } from '../sql/dialect.ts';
import { join, name, sql } from '../sql/fragment.ts';
import { render, type Statement } from '../sql/render.ts';
import { MeasureColumns } from './measure-columns.ts';
import { amongAccounts, type ObservationQuery } from './observation-query.ts';
import { RowSets } from './row-sets.ts';

/** A statement, and how to read its rows. */
export interface ObservationStatement extends Statement {
  /** The account a row is about. */
  accountOf(row: Readonly<Record<string, unknown>>): string;
  /** The observations in a row, by measure id: what `readMeasures` reads from the same account. */
  observationsOf(row: Readonly<Record<string, unknown>>): Map<string, Observation>;
}

/**
 * One statement that reads every measure of a model for every account, a row each, over the tables
 * `accounts(id, since, tracked)`, `facts(account_id, name, at, number, text, boolean)` and
 * `events(account_id, name, at, until, user_id, count, properties)`.
 */
export function compileObservations(model: Model, dialect: Dialect, query: ObservationQuery): ObservationStatement {
  const rows = new RowSets();
  const set = measuresOf(model);
  const columns = new MeasureColumns(set, dialect, rows);
  const shape = [...set.measures.keys()].map((id) => ({ id, ...columns.column(id, query.now) }));
  const read = shape.flatMap(({ value, at, parts }) => [value, at, ...parts.map(([, column]) => column)]);

  const gathered = sql`${rows.expressions(query)}${name('s0')} as (select a.id, a.since, a.tracked${rows.columns()}
from accounts a${rows.joins()} where true${amongAccounts(sql`a.id`, query)})`;
  const stages = columns
    .stages()
    .map((added, stage) => sql`,\n${name(`s${stage + 1}`)} as (select a.*\n${added}\nfrom ${name(`s${stage}`)} a)`);
  const chosen = read.map((column) => sql`, a.${name(column)}`);
  const statement = sql`with ${gathered}${join(stages, sql``)}
select a.id as account_id${join(chosen, sql``)} from ${name(`s${stages.length}`)} a order by a.id`;

  return {
    ...render(statement, dialect),
    accountOf: (row) => String(row.account_id),
    observationsOf: (row) =>
      new Map(shape.map(({ id, value, at, parts }) => [id, toObservation(row, value, at, parts)])),
  };
}

function toObservation(
  row: Readonly<Record<string, unknown>>,
  value: string,
  at: string,
  parts: readonly (readonly [string, string])[],
): Observation {
  const number = toNumber(row[value]);
  const read = parts.flatMap(([part, column]) => {
    const figure = toNumber(row[column]);
    return figure === null ? [] : [[part, figure] as const];
  });
  const observation = { value: number, at: number === null ? null : toNumber(row[at]) };
  return number !== null && read.length ? { ...observation, parts: Object.fromEntries(read) } : observation;
}

/** Drivers give counts as bigint; a warehouse may give them as text. */
function toNumber(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
