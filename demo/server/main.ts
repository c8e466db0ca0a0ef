import { rmSync } from 'node:fs';
import { HealthError } from '@hale/core';
import { help, readOptions } from './options.ts';
import { startServer } from './start-server.ts';

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return console.log(help);
  const { file, reset } = options;
  // DuckDB keeps what is not yet in the file beside it, under the same name.
  if (reset) for (const suffix of ['', '.wal', '.tmp']) rmSync(`${file}${suffix}`, { recursive: true, force: true });
  const { url, close } = await startServer({ ...options, readsAhead: true, progress: (line) => console.log(line) });
  console.log(`\nHale is at ${url}\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0), stop));
  }
}

function stop(error: unknown): never {
  console.error(error instanceof HealthError ? error.message : error);
  process.exit(1);
}

await run().catch(stop);
