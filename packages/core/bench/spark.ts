/**
 * How the time to score on Spark falls with the number of executors: `npm run bench:spark`, or with
 * `--events 5000000,50000000 --executors 1,2`. A local cluster, each executor a process of one core; 10,000 accounts,
 * records in Parquet. Times are by the clock; the first run compiles what the second runs. `--rounds 1` leaves the second
 * out, where the events are so many that compiling hardly counts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDuckDb, openSpark, sparkEnvironment, sparkLacks, writeParquet } from '@hale/cli';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { compileScores, duckdb, spark } from '@hale/core/sql';
import { madeUp } from './sql/made-up.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const accounts = 10_000;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '5000000,50000000' },
    executors: { type: 'string', default: '1,2' },
    rounds: { type: 'string', default: '2' },
  },
});
const rounds = Number(values.rounds);
const numbers = (list: string) => list.split(',').map(Number);

/** Seconds that each round of some work takes. */
async function times(work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await work();
    all.push((performance.now() - began) / 1000);
  }
  return all;
}

async function bench(events: number, python: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hale-bench-'));
  try {
    const database = await openDuckDb(join(folder, 'bench.duckdb'), { threads: '2', memory_limit: '2GB' });
    for (const text of madeUp(accounts, events, now)) await database.run({ text, values: [] });
    await writeParquet(database, join(folder, 'records'));
    const took = await times(() => database.run(compileScores(b2bSaas, duckdb, { now })));
    await database.close();
    line(events, 'DuckDB, 2 threads', took, '');

    let alone: number | undefined;
    for (const executors of numbers(values.executors)) {
      const engine = await openSpark({ python, executors, memory: 3072, partitions: 8, rows: 'many' });
      try {
        await engine.read(join(folder, 'records'));
        const statement = compileScores(b2bSaas, spark, { now });
        const runs = await times(() => engine.write(statement, join(folder, 'scores')));
        const last = runs.at(-1) ?? Number.NaN;
        alone ??= last;
        line(
          events,
          `Spark, ${executors} ${executors === 1 ? 'executor' : 'executors'}`,
          runs,
          `${(alone / last).toFixed(2)}×`,
        );
      } finally {
        await engine.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const line = (events: number, what: string, runs: readonly number[], gain: string) => {
  const shown = Array.from({ length: 2 }, (_, run) => (runs[run] === undefined ? '' : `${runs[run].toFixed(1)} s`));
  console.log(`| ${events.toLocaleString('en')} | ${what} | ${shown.join(' | ')} | ${gain} |`);
};

const lacks = sparkLacks();
if (lacks !== null) {
  console.error(lacks);
  process.exit(1);
}
console.log(`All figures of b2b-saas for 10,000 accounts, on ${availableParallelism()} cores.\n`);
console.log('| events | where | first run | second run | against one executor |\n|---|---|---|---|---|');
const python = await sparkEnvironment(fileURLToPath(new URL('../../../.tools/spark', import.meta.url)), console.error);
for (const events of numbers(values.events)) await bench(events, python);
