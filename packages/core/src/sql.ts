export { type ActivityStatement, compileActivity } from './compile/activity.ts';
export type { ObservationQuery } from './compile/observation-query.ts';
export {
  compileHistory,
  compileObservations,
  type HistoryStatement,
  type ObservationStatement,
} from './compile/observations.ts';
export type { Row } from './compile/row-values.ts';
export type { ScoreColumn } from './compile/score-table.ts';
export { compileScores, reportFromRow, type ScoreQuery, type ScoreStatement } from './compile/scores.ts';
export { type Arithmetic, ieee } from './sql/arithmetic.ts';
export { databricks } from './sql/databricks.ts';
export type { Dialect } from './sql/dialect.ts';
export { duckdb } from './sql/duckdb.ts';
export { finite } from './sql/finite.ts';
export { type Fragment, join, name, parameter, sql, type Value } from './sql/fragment.ts';
export { howOften } from './sql/how-often.ts';
export { postgres } from './sql/postgres.ts';
export type { Statement } from './sql/render.ts';
export { spark } from './sql/spark.ts';
export { sumInParts } from './sql/sum-in-parts.ts';
export { trino } from './sql/trino.ts';
