import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';

/** How an engine is opened, by its name. */
export interface EngineForm {
  readonly name: string;
  /** What `--connect` means to it; null where it means nothing. */
  readonly connects: string | null;
  /** Opens it. Rejects with what it lacks on this machine. `say` is told of long preparations. */
  open(connect: string | undefined, say: (line: string) => void): Promise<Engine>;
}

/** The engines that statements can be run on. What one needs is loaded only when it is opened. */
export const engines: readonly EngineForm[] = [
  {
    name: 'duckdb',
    connects: null,
    open: async () => (await import('./duckdb.ts')).openDuckDb(),
  },
  {
    name: 'postgres',
    connects: 'a connection string, postgres://…; without one, a Postgres inside this process',
    open: async (connect) => (await import('./postgres.ts')).openPostgres(connect),
  },
  {
    name: 'spark',
    connects: 'a Python that has pyspark; without one, an environment with it is made in ~/.cache/hale/spark',
    async open(connect, say) {
      const [{ openSpark }, { sparkEnvironment }] = await Promise.all([
        import('./spark.ts'),
        import('./spark-environment.ts'),
      ]);
      const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
      return openSpark({ python: connect ?? (await sparkEnvironment(join(cache, 'hale', 'spark'), say)) });
    },
  },
];
