import { kindOf, type Measure } from '../measures/kinds.ts';
import type { Observation, SqlContext, SqlObservation } from '../measures/measure-kind.ts';
import { spanIn } from '../measures/read-measures.ts';
import type { Model } from '../model/define-model.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { render, type Statement } from '../sql/render.ts';
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
 * `accounts(id, since, tracked)`, `facts(account_id, name, at, number)` and
 * `events(account_id, name, at, until, user_id, count, properties)`.
 */
export function compileObservations(model: Model, dialect: Dialect, query: ObservationQuery): ObservationStatement {
  const rows = new RowSets();
  const observations = Object.keys(model.measures).map((id) => ({
    id,
    ...contextAt(model, dialect, query.now, rows).measure(id),
  }));
  const outputs: { column: string; expression: Fragment }[] = [];
  const shape = observations.map(({ id, value, at, parts }, index) => {
    const add = (suffix: string, expression: Fragment): string => {
      const column = `m${index}${suffix}`;
      outputs.push({ column, expression });
      return column;
    };
    return {
      id,
      value: add('', value),
      at: add('_at', at),
      parts: Object.entries(parts ?? {}).map(
        ([part, expression], place) => [part, add(`_p${place}`, expression)] as const,
      ),
    };
  });

  const scope = query.accounts ? sql` and account_id in (select id from chosen)` : sql``;
  const statement = sql`with chosen as (select a.id, a.since, a.tracked from accounts a where true${amongAccounts(sql`a.id`, query)})${rows.expressions(scope)}
select a.id as account_id${join(
    outputs.map(({ column, expression }) => sql`, ${expression} as ${name(column)}`),
    sql`\n`,
  )}
from chosen a${rows.joins()}
order by a.id`;

  return {
    ...render(statement, dialect),
    accountOf: (row) => String(row.account_id),
    observationsOf: (row) =>
      new Map(shape.map(({ id, value, at, parts }) => [id, toObservation(row, value, at, parts)])),
  };
}

function contextAt(model: Model, dialect: Dialect, now: number, rows: RowSets): SqlContext {
  return {
    dialect,
    now,
    since: sql`a.since`,
    span: spanIn(model.measures),
    measure(id, at = now): SqlObservation {
      const measure = model.measures[id] as Measure;
      return kindOf(measure).sql(measure, contextAt(model, dialect, at, rows));
    },
    event: (aggregate, where) => rows.column('events', aggregate, where),
    fact(fact, at) {
      const seen = sql`f.name = ${fact} and (f.at is null or f.at <= ${dialect.instant(at)})`;
      // An undated fact is the oldest: it holds until a dated one says otherwise.
      const when = sql`coalesce(f.at, ${dialect.instant(0)})`;
      return {
        number: rows.column('facts', dialect.latest(sql`coalesce(f.number, cast(f.boolean as integer))`, when), seen),
        at: rows.column('facts', dialect.latest(dialect.epochMs(sql`f.at`), when), seen),
      };
    },
    tracks: (event) => sql`coalesce(${dialect.includes(sql`a.tracked`, event)}, true)`,
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
