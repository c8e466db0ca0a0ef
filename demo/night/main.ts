import { join } from 'node:path';
import { HealthError } from '@hale/core';
import { sparkPython } from '../../scripts/spark/python.ts';
import { prepareDatabase, readMeta } from '../data/prepare-database.ts';
import { formerEnd } from '../server/former-records.ts';
import { chooseModel } from '../server/models/choose-model.ts';
import { help, readOptions } from '../server/options.ts';
import { scorePortfolio } from '../server/scoring/score-portfolio.ts';
import { scoreOnSpark } from './score-on-spark.ts';

const say = (line: string) => console.log(line);

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return say(help);
  const { file, data } = options;
  const end = (await formerEnd(file)) ?? new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  const database = await prepareDatabase({ file, data, seed: 1, accounts: 300, end, progress: say });
  try {
    const meta = await readMeta(database);
    if (!meta) throw new Error('The database was filled and says nothing of it.');
    const portfolio = { session: database, model: chooseModel(meta.title), asOf: Date.parse(meta.asOf) };
    await scorePortfolio(database, portfolio, say);
    const spark = { python: await sparkPython(), memory: 2048 };
    const started = performance.now();
    const folder = `${file.replace(/\.duckdb$/, '')}-night`;
    const reports = await scoreOnSpark(database, portfolio, { folder, spark, progress: say });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(
      `${reports} reports as of ${meta.asOf} are in ${join(folder, 'reports.parquet')} and in ${file}, after ${seconds} s. npm run demo serves them.`,
    );
  } finally {
    database.close();
  }
}

await run().catch((error: Error) => {
  console.error(error instanceof HealthError ? error.message : error);
  process.exit(1);
});
