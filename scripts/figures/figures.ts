import type { BacktestHorizon, BacktestReport } from '@hale/core/validation';
import { copies } from './copies.ts';
import { silence, studentsSilence, withdrawal } from './questions.ts';
import { ravenStack } from './raven-stack.ts';
import { musicBuyers, students, wholesaler } from './real-sets.ts';
import { rowOf, rowOfCopies } from './table.ts';

/** A question asked of a real set. */
export interface Asked {
  readonly set: string;
  readonly asked: string;
  horizon(): BacktestHorizon | Promise<BacktestHorizon>;
}

const months = (year: number, of: readonly number[]): number[] => of.map((month) => Date.UTC(year, month, 1));
const shop = { train: months(2010, [2, 3]), test: months(2010, [6, 7, 8]) };
const music = { train: months(1997, [6, 7, 8]), test: months(1998, [0, 1, 2]) };

/** All questions, by a name of their own. */
export const questions = {
  withdrawal: {
    set: 'OULAD',
    asked: 'enrolled 42 to 147 days after the start; withdraws formally',
    horizon: () => withdrawal(students(), '2013J'),
  },
  withdrawalOf2014: {
    set: 'OULAD',
    asked: 'the same, tested on 2014J alone',
    horizon: () => withdrawal(students(), '2014J'),
  },
  studentsOf28Days: {
    set: 'OULAD',
    asked: 'enrolled, active in the last 28 days; does nothing',
    horizon: () => studentsSilence(students(), 28),
  },
  studentsOf7Days: {
    set: 'OULAD',
    asked: 'enrolled, active in the last 7 days; does nothing',
    horizon: () => studentsSilence(students(), 7),
  },
  buyers: {
    set: 'wholesaler',
    asked: 'bought in the last 90 days; buys nothing',
    horizon: () => silence({ uses: wholesaler(), ...shop, within: 90 }),
  },
  allBuyers: {
    set: 'wholesaler',
    asked: 'everyone who ever bought; buys nothing',
    horizon: () => silence({ uses: wholesaler(), ...shop, within: 1000 }),
  },
  shuffled: {
    set: 'wholesaler',
    asked: 'bought in the last 90 days; labels shuffled',
    horizon: () => silence({ uses: wholesaler(), ...shop, within: 90, isShuffled: true }),
  },
  allMusicBuyers: {
    set: 'CDNOW',
    asked: 'everyone who ever bought; buys nothing',
    horizon: () => silence({ uses: musicBuyers(), ...music, within: 1000 }),
  },
  musicBuyersOf180Days: {
    set: 'CDNOW',
    asked: 'bought in the last 180 days; buys nothing',
    horizon: () => silence({ uses: musicBuyers(), ...music, within: 180 }),
  },
  musicBuyersOf90Days: {
    set: 'CDNOW',
    asked: 'bought in the last 90 days; buys nothing',
    horizon: () => silence({ uses: musicBuyers(), ...music, within: 90 }),
  },
  ravenStack: {
    set: 'RavenStack',
    asked: 'customers; churn',
    horizon: async () => ninetyDays(await ravenStack()),
  },
} as const satisfies Record<string, Asked>;

/** The farthest distance of the document that the command line printed. */
export function ninetyDays({ out, err }: { readonly out: string; readonly err: string }): BacktestHorizon {
  if (err !== '') throw new Error(err);
  const { horizons }: BacktestReport = JSON.parse(out);
  const found = horizons.find(({ days }) => days === 90);
  if (!found) throw new Error('hale backtest said nothing of 90 days.');
  return found;
}

/** The question whose rows are copies of each other, which a guard is to find. */
const ofCopies = { set: 'Iranian', asked: 'customers split by chance, with nothing of time; churn' };

/** The line of the Iranian set. */
export const copiesRow = (): string => rowOfCopies(ofCopies.set, ofCopies.asked, copies());

/** The names of the sets, in small letters. */
export const knownSets: readonly string[] = [
  ...new Set([...Object.values<Asked>(questions), ofCopies].map(({ set }) => set.toLowerCase())),
];

/** The lines of the table, one at a time as they are worked out; of some sets where they are named. */
export async function* figureRows(sets: readonly string[]): AsyncGenerator<string> {
  const isWanted = (set: string) => sets.length === 0 || sets.includes(set.toLowerCase());
  for (const { set, asked, horizon } of Object.values<Asked>(questions))
    if (isWanted(set)) yield rowOf(set, asked, await horizon());
  if (isWanted(ofCopies.set)) yield copiesRow();
}
