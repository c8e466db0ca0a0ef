export { type ActivityStatement, compileActivity } from './compile/activity.ts';
export { compileObservations, type ObservationQuery, type ObservationStatement } from './compile/observations.ts';
export type { Dialect } from './sql/dialect.ts';
export { duckdb } from './sql/duckdb.ts';
export type { Statement } from './sql/fragment.ts';
