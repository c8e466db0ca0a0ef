import type { Dialect } from './dialect.ts';
import { spark } from './spark.ts';

/** Databricks SQL, which is Spark SQL under another roof. Parsed, not run: our tests run Spark only. */
export const databricks: Dialect = { ...spark, name: 'databricks' };
