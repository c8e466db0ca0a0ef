import { keySql, textOfKey } from '../measures/value-key.ts';
import { eventCondition } from '../measures/where.ts';
import type { Model } from '../model/define-model.ts';
import { type ActivityCell, activityDays } from '../report/activity-grid.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { howOften } from '../sql/how-often.ts';
import { render, type Statement } from '../sql/render.ts';
import { engineZone } from './engine-zone.ts';
import { amongAccounts, mustHaveInstant, type ObservationQuery } from './observation-query.ts';
import type { Row } from './row-values.ts';

/** A statement that reads the cells of activity grids, and how to read its rows. */
export interface ActivityStatement extends Statement {
  /** The account a row is about. */
  accountOf(row: Row): string;
  cellOf(row: Row): ActivityCell;
}

/** Compiles the activity grids of a model, as of `now`, for the accounts asked for. Null when the model has none. */
export function compileActivity(model: Model, dialect: Dialect, query: ObservationQuery): ActivityStatement | null {
  mustHaveInstant(query);
  const cells = activityCells(model, dialect, query);
  return (
    cells && {
      ...render(cells, dialect),
      accountOf: (row) => String(row.account_id),
      cellOf: toCell,
    }
  );
}

/** A select of those cells, a row each. Null when the model has no grids. */
export function activityCells(model: Model, dialect: Dialect, query: ObservationQuery): Fragment | null {
  const asked = model.activity;
  const span = activityDays(model, query.now);
  if (!asked || !span) return null;
  const rows = sql`e.name = ${asked.event} and e.at >= ${dialect.instant(span.from)} and e.at < ${dialect.instant(query.now)}${amongAccounts(sql`e.account_id`, query, dialect)}`;
  const key = asked.key ? sql`case when ${eventCondition(dialect, asked.event, asked.key)} then 1 else 0 end` : sql`0`;
  const grids = asked.by.map(
    ({ property }) => sql`select e.account_id, ${property} as grid, ${keySql(dialect, property)} as row_id,
${dialect.day(sql`e.at`, engineZone(model.timeZone ?? null))} as active_day, ${howOften} as count, ${key} as is_key from events e where ${rows}`,
  );
  // Expressions with parameters cannot be grouped by where they stand; their columns can.
  return sql`select account_id, grid, row_id, active_day, ${dialect.sumOfCounts} as actions, max(is_key) as is_key from (
${join(grids, sql`\nunion all\n`)}) e
where row_id is not null and row_id <> '' group by account_id, grid, row_id, active_day`;
}

/** The columns of a cell. */
export const cellFields = ['grid', 'row_id', 'active_day', 'actions', 'is_key'] as const;

/** A cell from a row, or from an object of the same keys. */
export const toCell = (row: Row): ActivityCell => ({
  by: String(row.grid),
  id: textOfKey(String(row.row_id)).slice(0, 200),
  day: Number(row.active_day),
  count: Number(row.actions),
  key: Number(row.is_key) === 1,
});
