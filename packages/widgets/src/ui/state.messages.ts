import { defineMessages } from './messages.ts';
import { plural } from './plural.ts';

/** Words for the states that look alike in every widget, and for the head of a report. */
export const stateMessages = defineMessages('state', {
  loading: 'Loading',
  idle: 'Not connected',
  empty: 'Nothing yet',
  emptyWhy: 'The first score comes with the first data.',
  error: 'Could not load',
  /** By the code of what failed, where the source's own message is for whoever looks for the cause. */
  why: {
    network: 'There is no connection to the server.',
    timeout: 'The server took too long to answer.',
    'too-large': 'The answer of the server is too large.',
    malformed: 'The answer of the server cannot be read.',
  },
  retry: 'Try again',
  noScore: 'No score',
  observed: (share: string) => `${share} observed`,
  needed: (share: string, needed: string) => `${share} observed, ${needed} needed`,
  asOf: (moment: string) => `As of ${moment}`,
  /** Two facts in one line. */
  and: (first: string, second: string) => `${first}; ${second}`,
  daysOld: (days: number) => `${days} ${plural('en', days, { one: 'day', other: 'days' })} old`,
  hoursOld: (hours: number) => `${hours} ${plural('en', hours, { one: 'hour', other: 'hours' })} old`,
  fresh: 'less than an hour old',
  again: (minutes: number) => (minutes >= 1 ? `Trying again in ${minutes} min` : 'Trying again soon'),
});
