import { HealthError, type Model } from '@hale/core';
import {
  type Backtest,
  cutOffs,
  type FeatureNames,
  firstCutOff,
  type Outcome,
  standardFeatures,
  startBacktest,
} from '@hale/core/validation';
import type { Book } from '../book/book.ts';
import { Faults } from '../terminal/fault.ts';
import type { Progress } from '../terminal/progress.ts';

/** What is asked of a backtest on the command line; instants in milliseconds, null where not given. */
export interface Asked {
  readonly model: Model | null;
  readonly title: string;
  readonly of: Outcome['kind'];
  readonly horizons: readonly number[];
  readonly every: 'week' | 'month';
  readonly from: number | null;
  readonly until: number | null;
  readonly names: FeatureNames;
}

/** What the draws behind intervals are made with: the same data give the same document. */
export const intervals = { seed: 1, draws: 400 } as const;

/** Goes through the accounts of a book, one at a time, and gathers rows. Throws Faults where it is not told enough. */
export async function gather(
  book: Book,
  outcomes: readonly Outcome[],
  asked: Asked,
  progress: Progress,
): Promise<Backtest> {
  const span = await book.span(asked.names.use);
  if (span && span.from === null) throw noUse(asked.names.use);
  const knownUntil = asked.until ?? newest(span?.to ?? null, outcomes);
  if (knownUntil === null) throw untold('--now', 'Until when are outcomes known?');
  const from = asked.from ?? (span && firstCutOff({ ...asked, firstUse: span.from ?? 0, outcomes, knownUntil }));
  if (from === null) throw untold('--from', 'From which day on are there records enough to look back over?');
  const { model, title, every, horizons, of } = asked;
  const zone = model?.timeZone;
  const backtest = startBacktest(outcomes, {
    ...standardFeatures(asked.names),
    title,
    model,
    every,
    horizons,
    of,
    knownUntil,
    ...intervals,
    cutOffs: cutOffs({ from: Math.min(from, knownUntil), to: knownUntil, every, zone: zone ?? null }),
    ...(zone === undefined ? {} : { zone }),
  });
  let done = 0;
  for await (const account of book.accounts()) {
    backtest.add(account);
    done++;
    if (done % 20 === 0) progress.at('Looking back', book.size ? done / book.size : undefined);
  }
  if (done === 0)
    throw new HealthError({ code: 'no-accounts', path: '', message: 'There are no accounts to look at.' });
  progress.at('Checking what came after');
  return backtest;
}

/** The last event or outcome; null where there is neither, or documents would have to be read for it. */
function newest(lastEvent: number | null, outcomes: readonly Outcome[]): number | null {
  if (lastEvent === null) return null;
  return outcomes.reduce((last, { at }) => Math.max(last, Date.parse(at)), lastEvent) + 1;
}

const noUse = (name: string): Faults =>
  new Faults({
    code: 'no-use',
    message: `There is no event called ${JSON.stringify(name)}: say what the data calls use with --name use=NAME.`,
  });

const untold = (option: string, question: string): Faults =>
  new Faults({ code: 'untold', message: `${question} The data does not tell: say it with ${option}.` });
