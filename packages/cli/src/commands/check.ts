import { reviewAccount, reviewModel } from '@hale/core';
import { readModel } from '../reading/read-model.ts';
import { shownName } from '../reading/read-text.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { type Fault, faultsOf, UsageError } from '../terminal/fault.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { defineCommand } from './command.ts';
import { type InputOptions, inputOptions } from './inputs.ts';
import { withBook } from './open-book.ts';

/** What there is to say of one file. */
interface Checked {
  readonly file: string;
  readonly model: { readonly id: string; readonly version: string } | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** What there is to say of accounts: every fault, and the first of the warnings, of which there may be thousands. */
interface CheckedAccounts {
  readonly accounts: number;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly warned: number;
}

const { now: _, ...accountOptions } = inputOptions;

/** `hale check`: whether models can be scored with, and what is wrong with them, and with accounts, where they cannot. */
export const check = defineCommand({
  name: 'check',
  summary: 'says everything that is wrong with models, with file, line and character',
  takes: 'MODEL… [--documents FILE | --accounts FILE … | --database FILE] [options]',
  about: `A model is a JSON document; - reads it from standard input. A fault keeps a model from being
scored with. A warning does not: what is allowed and hardly meant, such as a measure that
nothing reads, a key that stands there twice, a document of an older format.

With accounts, these are read through too: a cell or a document that cannot be read is a fault;
an event that ends before it begins, or that the account does not track, is a warning.`,
  options: {
    strict: { type: 'boolean', says: 'counts warnings as faults' },
    ...accountOptions,
  },
  examples: [
    'hale check model.json',
    'hale check models/*.json --strict',
    'hale check model.json --json | jq ".files[].faults"',
    'hale check --accounts accounts.csv --events events.csv --strict',
  ],
  words: [0, Number.POSITIVE_INFINITY],
  async run({ options, words }, terminal) {
    const { strict = false, documents, database } = options;
    const hasAccounts = [documents, database, options.accounts].some((given) => given !== undefined);
    if (words.length === 0 && !hasAccounts) throw new UsageError(`hale check needs more: hale check ${check.takes}.`);
    const files = words.map(checkFile);
    const book = hasAccounts ? await checkAccounts(options, terminal) : null;
    const all = [...files, ...(book ? [book] : [])];
    const isSound = all.every(({ faults, warnings }) => faults.length + (strict ? warnings.length : 0) === 0);
    if (terminal.json) {
      await terminal.write(`${JSON.stringify({ ok: isSound, files, ...(book ? { accounts: book } : {}) }, null, 2)}\n`);
    } else {
      for (const one of files) await tell(one, terminal);
      if (book) await tellAccounts(book, terminal);
    }
    if (all.some(({ faults }) => faults.some(({ code }) => code === 'cannot-read'))) return exitCodes.failed;
    return isSound ? exitCodes.ok : exitCodes.findings;
  },
});

function checkFile(file: string): Checked {
  try {
    const { model, document, warnings } = readModel(file);
    const { id, version } = model;
    const advice = reviewModel(model).map(({ sentence, ...one }) => document.locate({ ...one, message: sentence }));
    const all = inOrder([...warnings, ...advice]);
    return { file: document.file, model: { id, version: String(version) }, faults: [], warnings: all };
  } catch (error) {
    const faults = faultsOf(error);
    if (!faults) throw error;
    return { file: shownName(file), model: null, faults: inOrder(faults), warnings: [] };
  }
}

const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.character ?? 0) - (b.character ?? 0));

/** Warnings about accounts that are told of. */
const most = 20;

async function checkAccounts(options: InputOptions, terminal: Terminal): Promise<CheckedAccounts> {
  const given = [options.documents, options.events].flatMap((files) => files ?? []);
  // Where events come from one file, it is that one.
  const where = given.length === 1 ? { file: shownName(given[0] ?? '') } : {};
  const warnings: Fault[] = [];
  let [accounts, warned] = [0, 0];
  try {
    await withBook(options, terminal, async (book) => {
      const progress = terminal.progress();
      try {
        for await (const account of book.accounts()) {
          accounts++;
          for (const { code, path, sentence } of reviewAccount(account)) {
            const message = `account ${JSON.stringify(account.id)}: ${sentence}`;
            if (warned++ < most) warnings.push({ code, path, ...where, message });
          }
          if (accounts % 100 === 0) progress.at('Checking accounts', book.size ? accounts / book.size : undefined);
        }
      } finally {
        progress.stop();
      }
    });
    return { accounts, faults: [], warnings, warned };
  } catch (error) {
    const faults = faultsOf(error);
    if (!faults) throw error;
    return { accounts, faults, warnings, warned };
  }
}

async function tell({ file, model, faults, warnings }: Checked, terminal: Terminal): Promise<void> {
  for (const fault of faults) terminal.fault(fault, 'error');
  for (const warning of warnings) terminal.fault(warning, 'warning');
  const sound = model ? terminal.paint('green', `${model.id} ${model.version} can be scored with`) : null;
  const says = sound ?? terminal.paint('red', count(faults.length, 'fault'));
  await terminal.write(`${file}: ${says}${warnings.length > 0 ? `, ${count(warnings.length, 'warning')}` : ''}\n`);
}

async function tellAccounts({ accounts, faults, warnings, warned }: CheckedAccounts, terminal: Terminal) {
  for (const fault of faults) terminal.fault(fault, 'error');
  for (const warning of warnings) terminal.fault(warning, 'warning');
  if (warned > warnings.length) terminal.note(`… and ${warned - warnings.length} more of these.`);
  const says = faults.length
    ? terminal.paint('red', count(faults.length, 'fault'))
    : terminal.paint('green', `${count(accounts, 'account')} can be scored`);
  await terminal.write(`${says}${warned > 0 ? `, ${count(warned, 'warning')}` : ''}\n`);
}

const count = (many: number, what: string): string => `${many.toLocaleString('en')} ${what}${many === 1 ? '' : 's'}`;
