import { defineMessages } from './messages.ts';

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Words for what is late or did not come. In other languages they stand among those of `stateMessages`. */
export const sourceMessages = defineMessages('state', {
  /** By the code of what failed, where the source's own message is for whoever looks for the cause. */
  why: {
    network: 'There is no connection to the server.',
    timeout: 'The server took too long to answer.',
    'too-large': 'The answer of the server is too large.',
    malformed: 'The answer of the server cannot be read.',
    ended: 'The connection was ended.',
  },
  retry: 'Try again',
  daysOld: (days: number) => `${counted(days, 'day')} old`,
  hoursOld: (hours: number) => `${counted(hours, 'hour')} old`,
  fresh: 'less than an hour old',
  again: (minutes: number) => (minutes >= 1 ? `Trying again in ${minutes} min` : 'Trying again soon'),
});
