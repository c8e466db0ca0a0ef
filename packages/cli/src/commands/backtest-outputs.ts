import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Backtest, BacktestReport } from '@hale/core/validation';
import { intervals } from '../backtest/gather.ts';
import { writeText } from '../backtest/write-document.ts';
import { ownVersion } from '../engines/own-version.ts';
import { openDraft } from '../terminal/draft.ts';
import { UsageError } from '../terminal/fault.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type BacktestOptions, backtestOf, modelOf, readDays } from './backtest-options.ts';
import type { OptionForms } from './command.ts';
import { inputsOf, keepInputs } from './kept-inputs.ts';

/** Where a backtest goes, in each of the commands that make one. */
export const pageOption = {
  html: {
    type: 'string',
    value: 'FILE',
    says: 'where the report for people goes: one HTML file, without scripts or anything from elsewhere',
  },
} as const satisfies OptionForms;

/** The distance ahead of commands that learn for one. */
export const distanceOption = {
  days: { type: 'string', value: 'DAYS', says: 'how far ahead, in days: 90 when absent' },
} as const satisfies OptionForms;

/** The one distance that `--days` names; `why` there can be no other. */
export function readDistance(given: string | undefined, why: string): number {
  const [days, more] = readDays(given ?? '90', '--days');
  if (days === undefined || more !== undefined) throw new UsageError(`--days takes one distance: ${why}.`);
  return days;
}

type Outputs = BacktestOptions & { readonly model?: string; readonly out?: string; readonly html?: string };

/**
 * Goes through what the options name, having seen that its files can be written, and writes the page where one is asked
 * for. Throws a UsageError or Faults, before the work where that can be.
 */
export async function makeBacktest(
  options: Outputs,
  horizons: readonly number[],
  terminal: Terminal,
): Promise<{ readonly backtest: Backtest; readonly report: BacktestReport }> {
  checkOutputs(options);
  const { backtest, report: found } = await backtestOf(options, { model: modelOf(options.model), horizons }, terminal);
  const files = inputsOf(options).map(([, file]) => (file === '-' ? 'standard input' : basename(file)));
  const report: BacktestReport = { ...found, made: { program: `hale ${ownVersion()}`, files, ...intervals } };
  if (options.html !== undefined) {
    // What draws it is read only where it is wanted.
    const { pageOfBacktest } = await import('../backtest/page-of-backtest.ts');
    writeText(options.html, pageOfBacktest(report).html);
  }
  return { backtest, report };
}

/** Says before minutes of work what could not be written after them. */
function checkOutputs({ out, html, ...rest }: Outputs): void {
  const wanted = Object.entries({ '--out': out, '--html': html }).filter(([, file]) => file !== undefined);
  const outputs = wanted as [option: string, file: string][];
  keepInputs(outputs, rest);
  for (const [, file] of outputs) {
    const draft = openDraft(file);
    try {
      writeFileSync(draft.path, '');
    } finally {
      draft.discard();
    }
  }
}
