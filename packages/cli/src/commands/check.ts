import { reviewModel } from '@hale/core';
import { readModel } from '../reading/read-model.ts';
import { shownName } from '../reading/read-text.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { type Fault, faultsOf } from '../terminal/fault.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { defineCommand } from './command.ts';

/** What there is to say of one file. */
interface Checked {
  readonly file: string;
  readonly model: { readonly id: string; readonly version: string } | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** `hale check`: whether models can be scored with, and what is wrong with them where they cannot. */
export const check = defineCommand({
  name: 'check',
  summary: 'says everything that is wrong with models, with file, line and character',
  takes: 'MODEL… [options]',
  about: `A model is a JSON document; - reads it from standard input. A fault keeps a model from being
scored with. A warning does not: what is allowed and hardly meant, such as a measure that
nothing reads, a key that stands there twice, a document of an older format.`,
  options: {
    strict: { type: 'boolean', says: 'counts warnings as faults' },
  },
  examples: [
    'hale check model.json',
    'hale check models/*.json --strict',
    'hale check model.json --json | jq ".files[].faults"',
  ],
  words: [1, Number.POSITIVE_INFINITY],
  async run({ options: { strict = false }, words }, terminal) {
    const files = words.map(checkFile);
    const isSound = files.every(({ faults, warnings }) => faults.length + (strict ? warnings.length : 0) === 0);
    if (terminal.json) await terminal.write(`${JSON.stringify({ ok: isSound, files }, null, 2)}\n`);
    else for (const one of files) await tell(one, terminal);
    if (files.some(({ faults }) => faults.some(({ code }) => code === 'cannot-read'))) return exitCodes.failed;
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

async function tell({ file, model, faults, warnings }: Checked, terminal: Terminal): Promise<void> {
  for (const fault of faults) terminal.fault(fault, 'error');
  for (const warning of warnings) terminal.fault(warning, 'warning');
  const sound = model ? terminal.paint('green', `${model.id} ${model.version} can be scored with`) : null;
  const count = (all: readonly Fault[], what: string) => `${all.length} ${what}${all.length === 1 ? '' : 's'}`;
  const says = sound ?? terminal.paint('red', count(faults, 'fault'));
  await terminal.write(`${file}: ${says}${warnings.length > 0 ? `, ${count(warnings, 'warning')}` : ''}\n`);
}
