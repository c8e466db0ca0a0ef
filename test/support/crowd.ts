import { type Account, parseAccount } from '@hale/core';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { standingAccount } from '../../packages/core/src/fixtures/standing-arbitraries.ts';
import { calendarInstants, moved, repeated } from './in-time.ts';

/** The instants that crowds live around, and are scored as of. */
export const instants = [now, ...calendarInstants];

/** The seed that all that is random is drawn from. */
export const seed = fc.readConfigureGlobal().seed ?? 1;

/** Many accounts around each of the instants, some with events that came twice; others in each round. */
export const crowdOf = (round: number): Account[] =>
  instants.flatMap((at, place) => {
    const drawn = fc.sample(standingAccount, { numRuns: 8, seed: (seed * 1000 + round) * instants.length + place });
    return drawn.map((one, index) =>
      parseAccount({
        ...moved(index % 3 ? one : repeated(one), at - now),
        id: `${place} ${`${index}`.padStart(3, '0')}`,
      }),
    );
  });
