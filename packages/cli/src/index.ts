export { openDuckDb } from './engines/duckdb.ts';
export type { Engine } from './engines/engine.ts';
export { openPostgres } from './engines/postgres.ts';
