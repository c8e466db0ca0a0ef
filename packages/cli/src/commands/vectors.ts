import { readVectors } from '../conformance/read-vectors.ts';
import { type Outcome, runVectors } from '../conformance/run-vectors.ts';
import type { Engine } from '../engines/engine.ts';
import { type EngineForm, engines } from '../engines/engines.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { Faults, UsageError } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { whileShown } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { defineCommand } from './command.ts';

const names = engines.map(({ name }) => name);

/** `hale vectors`: whether an engine answers as the conformance vectors say. */
export const vectors = defineCommand({
  name: 'vectors',
  summary: 'runs the conformance vectors against an engine',
  takes: '--engine ENGINE [--connect WHERE] [options]',
  about: `The accounts of all vectors are put into the tables of the engine, scored there by the statement
that their model compiles to, and the reports held against the answers written down. On a
Postgres server only temporary tables are made.

What --connect means:
${engines.map(({ name, connects }) => `  ${name}: ${connects ?? 'nothing'}`).join('\n')}`,
  options: {
    engine: { type: 'string', short: 'e', value: 'ENGINE', says: `${names.join(', ')}; duckdb when absent` },
    connect: { type: 'string', value: 'WHERE', says: 'where the engine is, see above' },
    only: { type: 'string', value: 'TEXT', says: 'only files with this in their name: tiers' },
  },
  examples: [
    'hale vectors --engine duckdb',
    'hale vectors --engine postgres --connect postgres://localhost/hale',
    'hale vectors --engine spark --json',
  ],
  words: [0, 0],
  async run({ options: { engine: name = 'duckdb', connect, only = '' } }, terminal) {
    const form = engines.find((one) => one.name === name);
    if (!form) {
      const near = nearest(name, names);
      throw new UsageError(
        `There is no engine ${JSON.stringify(name)}${near ? `: is it ${near}?` : `: expected one of ${names.join(', ')}.`}`,
      );
    }
    if (connect !== undefined && form.connects === null) throw new UsageError(`--connect means nothing to ${name}.`);
    const files = new Map([...readVectors()].filter(([file]) => file.includes(only)));
    if (files.size === 0) throw new UsageError(`No file of vectors has ${JSON.stringify(only)} in its name.`);
    const progress = terminal.progress();
    const began = performance.now();
    let engine: Engine | undefined;
    try {
      engine = await whileShown(
        progress,
        `Opening ${name}`,
        () => null,
        () => opened(form, connect, terminal),
      );
      const outcome = await runVectors(files, engine, (done, all) => progress.at('Running vectors', done / all));
      progress.stop();
      await tell(outcome, name, Math.round((performance.now() - began) / 100) / 10, terminal);
      return outcome.failures.length === 0 ? exitCodes.ok : exitCodes.findings;
    } finally {
      progress.stop();
      await engine?.close();
    }
  },
});

async function opened({ name, open }: EngineForm, connect: string | undefined, terminal: Terminal): Promise<Engine> {
  try {
    return await open(connect, terminal.note);
  } catch (error) {
    // What an engine lacks, or why it does not answer, is for whoever runs it to mend.
    throw new Faults({ code: 'engine', message: `${name} cannot be used: ${(error as Error).message}` });
  }
}

async function tell({ cases, failures }: Outcome, engine: string, seconds: number, { json, write, paint }: Terminal) {
  const passed = cases - failures.length;
  if (json) {
    const ok = failures.length === 0;
    return write(`${JSON.stringify({ ok, engine, cases, passed, seconds, failures }, null, 2)}\n`);
  }
  for (const { file, case: name, differences } of failures) {
    await write(`${paint('red', '✗')} ${file}: ${name}\n`);
    for (const one of differences.slice(0, 10)) await write(`    ${one}\n`);
    if (differences.length > 10) await write(`    … and ${differences.length - 10} more\n`);
  }
  const all = failures.length === 0;
  const says = all
    ? paint('green', `all ${cases} vectors pass`)
    : paint('red', `${failures.length} of ${cases} vectors differ`);
  await write(`${engine}: ${says}, in ${seconds} s.\n`);
}
