import { eventCondition, propertySql } from '../measures/where.ts';
import type { Model } from '../model/define-model.ts';
import { type ActivityCell, activityDays } from '../report/activity-grid.ts';
import { dayMs } from '../schema/time.ts';
import type { Dialect } from '../sql/dialect.ts';
import { join, render, type Statement, sql } from '../sql/fragment.ts';

/** A statement that reads the cells of one account's activity grids, and how to read its rows. */
export interface ActivityStatement extends Statement {
  cellOf(row: Readonly<Record<string, unknown>>): ActivityCell;
}

/** Compiles the activity grids of a model for one account, as of `now` (milliseconds). Null when it has none. */
export function compileActivity(
  model: Model,
  dialect: Dialect,
  { now, account }: { readonly now: number; readonly account: string },
): ActivityStatement | null {
  const asked = model.activity;
  const span = activityDays(model, now);
  if (!asked || !span) return null;
  const from = dialect.instant(span.first * dayMs);
  const day = dialect.day(sql`e.at`);
  const grids = asked.by.map(({ property }) => {
    const row = propertySql(dialect, property);
    const key = asked.key
      ? sql`case when ${eventCondition(dialect, asked.event, asked.key)} then 1 else 0 end`
      : sql`0`;
    return sql`select ${property} as grid, ${row} as row_id, ${day} as active_day, e.count as actions, ${key} as is_key
from events e where e.account_id = ${account} and e.name = ${asked.event} and e.at >= ${from} and e.at < ${dialect.instant(now)}`;
  });
  return {
    // Expressions with parameters cannot be grouped by where they stand; their columns can.
    ...render(
      sql`select grid, row_id, active_day, sum(actions) as actions, max(is_key) as is_key from (
${join(grids, sql`\nunion all\n`)}) cells
where row_id is not null and row_id <> '' group by grid, row_id, active_day`,
      dialect,
    ),
    cellOf: (row) => ({
      by: String(row.grid),
      id: String(row.row_id).slice(0, 200),
      day: Number(row.active_day),
      count: Number(row.actions),
      key: Number(row.is_key) === 1,
    }),
  };
}
