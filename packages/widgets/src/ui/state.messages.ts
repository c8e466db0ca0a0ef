import { defineMessages } from './messages.ts';

/** Words for the states that look alike in every widget, and for the head of a report. */
export const stateMessages = defineMessages('state', {
  loading: 'Loading',
  idle: 'Not connected',
  empty: 'Nothing yet',
  emptyWhy: 'The first score comes with the first data.',
  error: 'Could not load',
  noScore: 'No score',
  observed: (share: string) => `${share} observed`,
  needed: (share: string, needed: string) => `${share} observed, ${needed} needed`,
  asOf: (moment: string) => `As of ${moment}`,
  /** Two facts in one line. */
  and: (first: string, second: string) => `${first}; ${second}`,
});
