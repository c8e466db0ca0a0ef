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
import { allBefore, dayOf, mustCome, strangersAmong } from './check-outcomes.ts';

/** What is asked of a backtest on the command line; instants in milliseconds, a score 0–100, null where not given. */
export interface Asked {
  readonly model: Model | null;
  readonly title: string;
  readonly of: Outcome['kind'];
  readonly horizons: readonly number[];
  readonly every: 'week' | 'month';
  readonly from: number | null;
  readonly until: number | null;
  readonly names: FeatureNames;
  readonly warnBelow: number | null;
}

/** What the draws behind intervals are made with: the same data give the same document. */
export const intervals = { seed: 1, draws: 400 } as const;

/**
 * Goes through the accounts of a book, one at a time, and gathers rows; `warn` is told what makes these few. Throws Faults
 * where it is not told enough, and where nothing could come of it.
 */
export async function gather(
  book: Book,
  outcomes: readonly Outcome[],
  asked: Asked,
  progress: Progress,
  warn: (message: string) => void,
): Promise<Backtest> {
  mustCome(outcomes, asked.of);
  const span = await book.span(asked.names.use);
  if (span && span.from === null) throw noUse(asked.names.use);
  const knownUntil = asked.until ?? newest(span?.to ?? null, outcomes);
  if (knownUntil === null) throw untold('--now', 'Until when are outcomes known?');
  if (span?.from && knownUntil <= span.from) throw noDays(asked.every, span.from, knownUntil);
  const from = asked.from ?? (span && firstCutOff({ ...asked, firstUse: span.from ?? 0, outcomes, knownUntil }));
  if (from === null) throw untold('--from', 'From which day on are there records enough to look back over?');
  const { model, title, every, horizons, of } = asked;
  const zone = model?.timeZone;
  // After the last event everybody would seem silent.
  const to = Math.min(knownUntil, span?.to ?? knownUntil);
  const days = cutOffs({ from: Math.min(from, to), to, every, zone: zone ?? null }).filter((day) => day >= from);
  const [first] = days;
  if (first === undefined) throw noDays(every, from, to);
  const backtest = startBacktest(outcomes, {
    ...standardFeatures(asked.names),
    title,
    model,
    every,
    horizons,
    of,
    knownUntil,
    ...intervals,
    cutOffs: days,
    ...(zone === undefined ? {} : { zone }),
    ...(asked.warnBelow === null ? {} : { warnBelow: asked.warnBelow }),
  });
  const seen = new Set<string>();
  let withStart = 0;
  for await (const account of book.accounts()) {
    backtest.add(account);
    seen.add(account.id);
    if (account.since !== undefined) withStart++;
    if (seen.size % 20 === 0) progress.at('Looking back', book.size ? seen.size / book.size : undefined);
  }
  if (seen.size === 0)
    throw new HealthError({ code: 'no-accounts', path: '', message: 'There are no accounts to look at.' });
  if (withStart === 0) throw noStarts();
  const strange = strangersAmong(outcomes, seen);
  const early = allBefore(outcomes, of, first);
  for (const message of [strange, early]) if (message !== null) warn(message);
  if (withStart < seen.size) {
    warn(
      `${seen.size - withStart} of ${seen.size} accounts are left out: without since nobody can say when they began.`,
    );
  }
  progress.at('Checking what came after');
  return backtest;
}

/**
 * The last event or outcome; null where there is neither, or documents would have to be read for it. Throws Faults where
 * outcomes go on long after events: one slip of a date would make all who are still there seem to have stayed.
 */
function newest(lastEvent: number | null, outcomes: readonly Outcome[]): number | null {
  if (lastEvent === null) return null;
  const last = outcomes.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), lastEvent);
  if (last <= lastEvent + longAfter) return last + 1;
  const question = `Until when are outcomes known? The newest is of ${dayOf(last)}, long after the newest event of ${dayOf(lastEvent)}.`;
  throw untold('--now', question);
}

const longAfter = 92 * 86_400_000;

const noDays = (every: Asked['every'], from: number, to: number): Faults =>
  new Faults({
    code: 'no-days',
    message:
      from > to
        ? `There is no day to look back from: the first would be ${dayOf(from)}, and records end on ${dayOf(to)}.`
        : `There is no day to look back from: no ${every} begins from ${dayOf(from)} to ${dayOf(to)}, when records end.`,
  });

const noStarts = (): Faults =>
  new Faults({ code: 'no-start', message: 'No account has since: without it nobody can say when it began.' });

const noUse = (name: string): Faults =>
  new Faults({
    code: 'no-use',
    message: `There is no event called ${JSON.stringify(name)}: say what the data calls use with --name use=NAME.`,
  });

const untold = (option: string, question: string): Faults =>
  new Faults({ code: 'untold', message: `${question} The data does not tell: say it with ${option}.` });
