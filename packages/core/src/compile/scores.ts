import type { Model } from '../model/define-model.ts';
import type { Report } from '../schema/report.ts';
import type { Dialect } from '../sql/dialect.ts';
import { sql } from '../sql/fragment.ts';
import type { Statement } from '../sql/render.ts';
import { accountRows } from './account-rows.ts';
import { mustFit, renderModel } from './engine-limits.ts';
import { giveFigures } from './give-figures.ts';
import { mustHaveInstant, type ObservationQuery } from './observation-query.ts';
import { keepForReports, readReport } from './report-rows.ts';
import type { Row } from './row-values.ts';
import { type ScoreColumn, ScoreTable } from './score-table.ts';
import { standingColumns } from './standing-columns.ts';

/** What to score: as of when, which accounts, and whether reports are to be made of the rows. */
export interface ScoreQuery extends ObservationQuery {
  /** Adds what `reportFromRow` needs beside the figures, such as the account's history; a table of scores goes without. */
  readonly reports?: boolean;
}

/** A statement that scores every account, a row each, and how to read its rows. */
export interface ScoreStatement extends Statement {
  /** The account a row is about. */
  accountOf(row: Row): string;
  /** What its columns tell, those aside that only reports need. */
  readonly columns: readonly ScoreColumn[];
  /** What `reportFromRow` reads a row with, which is the way to ask for it. Null where the statement was compiled without `reports`. */
  readonly reportOf: ((row: Row) => Report) | null;
}

/**
 * One statement that scores every account with a model, a row each, over the tables of `docs/sql.md`. Its columns are
 * described there as well.
 */
export function compileScores(model: Model, dialect: Dialect, query: ScoreQuery): ScoreStatement {
  mustHaveInstant(query);
  const standing = standingColumns(model, dialect, query.now);
  const table = new ScoreTable(standing.held);
  giveFigures(table, standing);
  const kept = query.reports ? keepForReports(table, standing, query) : null;
  const columns = sql`a.id, a.name, a.since, a.tracked`;
  const { rows, staged } = standing;
  const made = accountRows({ dialect, query, columns, rows, staged, instants: null, wanted: table.read });
  const { tables, last, widest } = made;
  mustFit(model, dialect, Math.max(widest, table.width));
  return {
    ...renderModel(model, sql`with ${tables}\nselect ${table.selected()}\nfrom ${last} a order by a.id`, dialect),
    accountOf: (row) => String(row.account_id),
    columns: table.columns,
    reportOf: kept && ((row) => readReport(table.ownNames(row), standing, kept)),
  };
}

/**
 * The report of the account in a row: what `buildReport` makes of the account itself. Throws a TypeError where the
 * statement was compiled without `reports`, for then the row does not hold all that a report tells.
 */
export function reportFromRow({ reportOf }: ScoreStatement, row: Row): Report {
  if (!reportOf) throw new TypeError('Rows become reports where the scores were compiled with `reports: true`.');
  return reportOf(row);
}
