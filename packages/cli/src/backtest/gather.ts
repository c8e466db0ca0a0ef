import { HealthError, type Model } from '@hale/core';
import {
  type Backtest,
  cutOffs,
  type FeatureNames,
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

const dayMs = 86_400_000;

/** What features look back over at most: before that many days of records, an account seems silent that was not. */
const reachDays = 84;

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
  const from = asked.from ?? (span && beginning(span.from ?? 0, outcomes, asked));
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

/**
 * Where both use and outcomes are recorded: of accounts that had the outcome before outcomes were written down, nothing is
 * there, and those that are left seem never to have it.
 */
function beginning(firstUse: number, outcomes: readonly Outcome[], { of, horizons }: Asked): number {
  const first = outcomes.reduce(
    (least, { kind, at }) => (kind === of ? Math.min(least, Date.parse(at)) : least),
    Infinity,
  );
  const recorded = Number.isFinite(first) ? first - Math.max(...horizons) * dayMs : firstUse;
  return Math.max(firstUse + reachDays * dayMs, recorded);
}

const noUse = (name: string): Faults =>
  new Faults({
    code: 'no-use',
    message: `There is no event called ${JSON.stringify(name)}: say what the data calls use with --name use=NAME.`,
  });

const untold = (option: string, question: string): Faults =>
  new Faults({ code: 'untold', message: `${question} The data does not tell: say it with ${option}.` });
