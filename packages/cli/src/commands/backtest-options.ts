import type { Model } from '@hale/core';
import type { Backtest, BacktestReport, FeatureNames, Outcome } from '@hale/core/validation';
import { type Asked, gather } from '../backtest/gather.ts';
import type { Book } from '../book/book.ts';
import { aboutTable, demoTable } from '../book/kept-database.ts';
import { readOutcomes } from '../book/outcomes.ts';
import { openDuckDb } from '../engines/duckdb.ts';
import { readModel } from '../reading/read-model.ts';
import type { InputFile } from '../tables/load-tables.ts';
import { Faults, UsageError } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { openScratch } from '../terminal/scratch.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Given, OptionForms } from './command.ts';
import { inputOnce, inputOptions, readNow } from './inputs.ts';
import { withBook } from './open-book.ts';

/** Options of the commands that hold accounts as they were known against what became of them. */
export const backtestOptions = {
  ...inputOptions,
  outcomes: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    says: 'what became of accounts: account_id, at, kind; those in a database of the demo when absent',
  },
  outcome: { type: 'string', value: 'KIND', says: 'what is to be foreseen: churned when absent' },
  now: { type: 'string', value: 'INSTANT', says: 'until when outcomes are known: the newest record when absent' },
  from: {
    type: 'string',
    value: 'DAY',
    says: 'the first day to look back from: when use has been recorded for 12 weeks, and outcomes are',
  },
  every: { type: 'string', value: 'WORD', says: 'how often: month (when absent) or week' },
  'warn-below': {
    type: 'string',
    value: 'SCORE',
    says: 'a score below it warns: where the second tier of the model begins when absent',
  },
  name: {
    type: 'string',
    multiple: true,
    value: 'WHAT=NAME',
    says: 'what the data calls use, feature, ticket, seats, nps, renewal, plan: --name use=login',
  },
} as const satisfies OptionForms;

/** What `--help` says of them. */
export const aboutBacktests = `Accounts are looked at as they were known at the beginning of each month (or week), and held
against what became of them after. Nothing of that day or later is read. What was learned from the
earlier part is tried on the later one.`;

export type BacktestOptions = Given<typeof backtestOptions>['options'];

/** What a backtest came to, and what it can be trained from. */
export interface Backtested {
  readonly backtest: Backtest;
  readonly report: BacktestReport;
}

/** Reads what the options name and goes through it. Throws a UsageError or Faults for what cannot be meant or used. */
export async function backtestOf(
  options: BacktestOptions,
  asked: Pick<Asked, 'model' | 'horizons'>,
  terminal: Terminal,
): Promise<Backtested> {
  const every = options.every ?? 'month';
  if (every !== 'month' && every !== 'week') {
    throw new UsageError(`--every must be month or week, not ${JSON.stringify(every)}.`);
  }
  const whole: Asked = {
    ...asked,
    every,
    title: titleOf(options),
    of: readKind(options.outcome),
    names: readNames(options.name ?? []),
    warnBelow: readScore(options['warn-below']),
    from: options.from === undefined ? null : readNow(options.from, '--from'),
    until: options.now === undefined ? null : readNow(options.now),
  };
  // Said before the accounts are read, which takes far longer.
  if (options.outcomes === undefined && options.database === undefined) throw noOutcomes();
  const given = options.outcomes && (await outcomesIn(options.outcomes));
  const warn = (message: string) => terminal.fault({ code: 'caution', message }, 'warning');
  const work = async (book: Book): Promise<Backtested> => {
    const outcomes = given ?? (await book.outcomes());
    if (outcomes === null) throw noOutcomes();
    const progress = terminal.progress();
    try {
      const backtest = await gather(book, outcomes, whole, progress, warn);
      const report = backtest.finish((share) => progress.at('Checking what came after', share));
      return { backtest, report };
    } finally {
      progress.stop();
    }
  };
  return withBook(options, terminal, work, [aboutTable, demoTable]);
}

/** The model that `--model` names; null where it is not given. */
export const modelOf = (file: string | undefined): Model | null => (file === undefined ? null : readModel(file).model);

/** Days such as `90` or `30,60,90`. Throws a UsageError for anything else. */
export function readDays(given: string, option: string): number[] {
  const days = given.split(',').map(Number);
  if (days.every((one) => Number.isInteger(one) && one > 0 && one <= 3660)) return days;
  throw new UsageError(`${option} must be whole days such as 90 or 30,60,90, not ${JSON.stringify(given)}.`);
}

function readScore(given: string | undefined): number | null {
  if (given === undefined) return null;
  const score = given.trim() === '' ? Number.NaN : Number(given);
  if (score >= 0 && score <= 100) return score;
  throw new UsageError(`--warn-below must be a score from 0 to 100, not ${JSON.stringify(given)}.`);
}

const noOutcomes = () => new UsageError('Name what became of accounts: --outcomes FILE, with account_id, at and kind.');

async function outcomesIn(given: readonly string[]): Promise<readonly Outcome[]> {
  const scratch = openScratch();
  const engine = await openDuckDb();
  try {
    const keep = inputOnce(scratch);
    const files: InputFile[] = [];
    for (const path of given) files.push(await keep(path));
    const outcomes = await readOutcomes(engine, files);
    if (outcomes.length > 0) return outcomes;
    const [first] = files;
    throw new Faults({ code: 'empty', file: first?.shown ?? '', message: 'there are no outcomes in this file.' });
  } finally {
    await engine.close();
    scratch.remove();
  }
}

const titleOf = ({ database, accounts = [], documents = [] }: BacktestOptions): string => {
  const first = (database ?? accounts[0] ?? documents[0] ?? '').split(/[\\/]/).at(-1) ?? '';
  return first.slice(0, 120);
};

const kinds: readonly Outcome['kind'][] = ['churned', 'returned', 'renewed', 'expanded', 'contracted'];

function readKind(given = 'churned'): Outcome['kind'] {
  const kind = kinds.find((one) => one === given);
  if (kind) return kind;
  throw new UsageError(`--outcome must be one of ${kinds.join(', ')}, not ${JSON.stringify(given)}.`);
}

const defaults = {
  use: 'use',
  feature: 'feature',
  ticket: 'ticket',
  seats: 'seats',
  nps: 'nps',
  renewal: 'renewal',
  plan: 'plan',
};
type Name = keyof typeof defaults;

function readNames(given: readonly string[]): FeatureNames {
  const names: Record<Name, string> = { ...defaults };
  const known = Object.keys(defaults);
  for (const one of given) {
    const [, what = '', name = ''] = /^([^=]+)=(.+)$/s.exec(one) ?? [];
    if (!known.includes(what)) {
      const near = nearest(what, known);
      const hint = near ? `: is it ${near}?` : `: expected one of ${known.join(', ')}.`;
      throw new UsageError(`--name ${one}: there is nothing called ${JSON.stringify(what)}${hint}`);
    }
    names[what as Name] = name;
  }
  return { ...names, escalated: { priority: 'urgent' } };
}
