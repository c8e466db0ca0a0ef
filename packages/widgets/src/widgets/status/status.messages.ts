import { defineMessages } from '../../ui/messages.ts';

/** The status' own words. */
export const statusMessages = defineMessages('status', {
  steady: 'steady',
  /** Beside a tier or score that a person has set. */
  byHand: 'by hand',
});
