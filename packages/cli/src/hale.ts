#!/usr/bin/env node
import type { Command } from './commands/command.ts';
import * as all from './commands/commands.ts';
import { helpOn, helpOnAll } from './commands/help.ts';
import { readCommandLine } from './commands/read-command-line.ts';
import { ownVersion } from './engines/own-version.ts';
import { undoAll, undoOnSignals } from './terminal/clean-up.ts';
import { exitCodes } from './terminal/exit-codes.ts';
import { type Fault, faultsOf, UsageError } from './terminal/fault.ts';
import { nearest } from './terminal/nearest.ts';
import { printable } from './terminal/printable.ts';
import { openTerminal } from './terminal/terminal.ts';

/** In the order in which help lists them. */
const commands: readonly Command[] = [
  all.check,
  all.score,
  all.compare,
  all.backtest,
  all.train,
  all.reweight,
  all.sql,
  all.vectors,
  all.importFiles,
];

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') return show(`${ownVersion()}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return help(rest[0]);
  const command = commands.find((one) => one.name === name);
  const json = rest.includes('--json');
  if (!command) return misunderstood(noSuch(name), '', json);
  try {
    const given = readCommandLine(command, rest);
    if (given.options.help) return show(helpOn(command));
    return await run(command, given, json, Boolean(given.options.quiet));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return misunderstood(error.message, `${name} `, json);
  }
}

async function run(command: Command, given: Parameters<Command['run']>[0], json: boolean, quiet: boolean) {
  const terminal = openTerminal({ json, quiet });
  try {
    return await command.run(given, terminal);
  } catch (error) {
    const faults = faultsOf(error);
    if (!faults) throw error;
    for (const fault of faults) terminal.fault(fault, 'error');
    if (json) await terminal.write(`${JSON.stringify({ ok: false, faults }, null, 2)}\n`);
    return exitCodes.failed;
  }
}

const noSuch = (name: string): string => {
  const near = nearest(
    name,
    commands.map((one) => one.name),
  );
  return `There is no command ${JSON.stringify(name)}${near ? `: is it ${near}?` : '.'}`;
};

function help(name: string | undefined): number {
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && !command) return misunderstood(noSuch(name), '', false);
  return show(command ? helpOn(command) : helpOnAll(commands));
}

function show(text: string): number {
  process.stdout.write(text);
  return exitCodes.ok;
}

function misunderstood(sentence: string, command: string, json: boolean): number {
  if (json) showFaults([{ code: 'usage', message: sentence }]);
  process.stderr.write(`hale: ${printable(sentence)}\nhale ${command}--help shows what there is.\n`);
  return exitCodes.usage;
}

const showFaults = (faults: readonly Fault[]) => show(`${JSON.stringify({ ok: false, faults }, null, 2)}\n`);

// Whoever reads has seen enough: `hale … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  undoAll();
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  process.stderr.write(`error: standard output cannot be written: ${error.message}.\n`);
  process.exit(exitCodes.failed);
});
undoOnSignals();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  undoAll();
  if (process.argv.includes('--json')) showFaults([{ code: 'internal', message: String(error) }]);
  process.stderr.write(`hale has a fault of its own, which is not yours to mend. Please report this:\n`);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = exitCodes.failed;
}
