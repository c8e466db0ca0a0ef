import { defineMessages } from './messages.ts';
import { noun } from './noun.ts';

/** Words for what was observed of a metric. Figures come as written. */
export const observedMessages = defineMessages('observed', {
  share: (part: string, whole: string) => `${part} of ${whole}`,
  change: (now: string, before: string) => `${now}, ${before} before`,
  days: (shown: string, count: number) => `${shown} ${noun(count, 'day')}`,
});
