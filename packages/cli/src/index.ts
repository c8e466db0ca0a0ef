export { openDuckDb } from './engines/duckdb.ts';
export type { Engine } from './engines/engine.ts';
export { writeParquet } from './engines/parquet.ts';
export { openPostgres } from './engines/postgres.ts';
export { insertRows, rowsAtOnce } from './engines/postgres-rows.ts';
export { openSpark, type SparkEngine, type SparkOptions } from './engines/spark.ts';
export { sparkEnvironment, sparkLacks } from './engines/spark-environment.ts';
