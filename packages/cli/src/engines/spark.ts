import { rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Statement, spark } from '@hale/core/sql';
import { onInterrupt } from '../terminal/clean-up.ts';
import { clearLeftOvers, ownMark } from '../terminal/own-mark.ts';
import { openDuckDb } from './duckdb.ts';
import type { Engine } from './engine.ts';
import { writeParquet } from './parquet.ts';
import { SparkProcess } from './spark-process.ts';
import { inViews } from './spark-views.ts';
import { tableNames } from './table-rows.ts';

/** Spark on this machine: the rows of statements come here or go to a folder, the tables are read from Parquet. */
export interface SparkEngine extends Engine {
  /** How many processes run tasks. */
  readonly executors: number;
  /** Has the tables of the relational shape be the files `accounts.parquet`, `events.parquet` … of a folder. */
  read(folder: string): Promise<void>;
  /** Writes the rows of a statement into a folder of Parquet files, in place of what is there. */
  write(statement: Statement, folder: string): Promise<void>;
}

/** How Spark is started. */
export interface SparkOptions {
  /** A Python that has `pyspark`, as `sparkEnvironment` gives it. */
  readonly python: string;
  /** How many executors of one core each there are, each a process of its own; 2 when absent. */
  readonly executors?: number;
  /** Memory of the driver and of each executor, in megabytes; 1024 when absent. */
  readonly memory?: number;
  /** Into how many parts rows are dealt; one for each executor when absent. */
  readonly partitions?: number;
  /** For how many rows it is: those of a few thousand accounts, which is so when absent, or of a warehouse. */
  readonly rows?: keyof typeof settingsByRows;
  /** Settings of Spark's own that come before these. */
  readonly conf?: Readonly<Record<string, string>>;
}

const prefix = 'hale-spark-';

/** Starts a local cluster: a driver, a master, and executors that are processes of their own. */
export async function openSpark(options: SparkOptions): Promise<SparkEngine> {
  const { python, executors = 2, memory = 1024 } = options;
  clearLeftOvers(tmpdir(), prefix);
  const folder = join(tmpdir(), `${prefix}${ownMark()}`);
  // For nobody else to read: it holds accounts.
  await mkdir(folder, { mode: 0o700 });
  const master = `local-cluster[${executors},1,${memory}]`;
  const settings = { master, executors, folder, conf: settingsOf(options, folder) };
  const session = SparkProcess.start(python, settings, folder);
  const abandon = () => {
    session.kill();
    // What has just been killed may still write for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const settled = onInterrupt(abandon);
  process.once('exit', abandon);
  const clear = async () => {
    settled();
    process.removeListener('exit', abandon);
    await rm(folder, { recursive: true, force: true });
  };
  await session.ready().catch(async (error: Error) => {
    await clear();
    throw error;
  });
  const held = heldAfter[options.rows ?? 'few'];
  let filled = 0;

  const read = async (from: string, parts: number | null): Promise<void> => {
    const tables = tableNames.map((table) => ({
      table,
      file: join(from, `${table}.parquet`),
      by: table === 'accounts' ? 'id' : 'account_id',
    }));
    await session.ask({ do: 'read', tables, parts });
  };

  return {
    name: 'spark',
    dialect: spark,
    executors: session.executors,
    read: (from) => read(from, null),
    run: (statement) => session.ask({ do: 'run', ...inViews(statement, held) }),
    async write(statement, to) {
      await session.ask({ do: 'write', ...inViews(statement, held), folder: to });
    },
    async fill(accounts) {
      filled += 1;
      // Another folder each time: a statement may still be reading the last one.
      const to = join(folder, `tables-${filled}`);
      const duckdb = await openDuckDb();
      try {
        await duckdb.fill(accounts);
        await writeParquet(duckdb, to);
      } finally {
        await duckdb.close();
      }
      // Dealt by account once, no join moves a row again.
      await read(to, options.partitions ?? executors);
      await rm(join(folder, `tables-${filled - 1}`), { recursive: true, force: true });
    },
    async close() {
      await session.stop();
      await clear();
    },
  };
}

/** Where rows are few, planning is what takes long: longer by the square of what a plan holds, so it is cut in pieces. */
const heldAfter = { few: 20_000, many: Number.POSITIVE_INFINITY };

/** What makes the most of rows. Where there are few, to compile a plan takes longer than to interpret it. */
const settingsByRows = {
  few: {
    'spark.driver.extraJavaOptions': '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
    'spark.executor.extraJavaOptions': '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
    'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
    'spark.sql.codegen.wholeStage': 'false',
    'spark.sql.subexpressionElimination.enabled': 'false',
    // Rows lie by account. To send the smaller side of each join to everyone is a job of its own for each.
    'spark.sql.autoBroadcastJoinThreshold': '-1',
    'spark.sql.join.preferSortMergeJoin': 'false',
    'spark.sql.exchange.reuse': 'false',
  },
  many: {
    // Parts of a file small enough that every executor has some.
    'spark.sql.files.maxPartitionBytes': '16m',
  },
} satisfies Record<string, Record<string, string>>;

/** The settings of a session: everything on this machine, and gone with it. */
function settingsOf(options: SparkOptions, folder: string): Record<string, string> {
  const { executors = 2, memory = 1024, partitions = executors, rows = 'few', conf = {} } = options;
  return {
    'spark.driver.bindAddress': '127.0.0.1',
    'spark.driver.host': '127.0.0.1',
    'spark.driver.memory': `${memory}m`,
    'spark.executor.cores': '1',
    'spark.executor.memory': `${memory}m`,
    'spark.local.dir': folder,
    // A plan of thousands of expressions is not to be made anew after each of its stages, nor written out for an interface.
    'spark.sql.adaptive.enabled': 'false',
    'spark.sql.maxPlanStringLength': '1000',
    // What is known of a column by those it was made of is looked for without end in some plans.
    'spark.sql.constraintPropagation.enabled': 'false',
    'spark.sql.ui.explainMode': 'simple',
    'spark.log.level': 'WARN',
    'spark.sql.ansi.enabled': 'true',
    'spark.sql.shuffle.partitions': String(partitions),
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    'spark.ui.enabled': 'false',
    'spark.ui.showConsoleProgress': 'false',
    ...settingsByRows[rows],
    ...conf,
  };
}
