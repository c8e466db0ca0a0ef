import { defineMessages } from '../../ui/messages.ts';
import { countDays } from '../../ui/summary.messages.ts';

/** The gauge's own words. Numbers come already written in the reader's language. */
export const gaugeMessages = defineMessages('gauge', {
  /** Whose score, where no name is known. */
  health: 'Health',
  /** Beside an arrow that says up or down. */
  change: (points: string, days: number) => `${points} in ${countDays(days)}`,
  steady: (days: number) => `steady in ${countDays(days)}`,
  /** A tier that a person has set. */
  byHand: (tier: string) => `${tier}, by hand`,
  hand: 'by hand',
  handUntil: (day: string, reason: string) => `Until ${day}: ${reason}`,
  handSince: (reason: string) => `Until taken back: ${reason}`,
  computed: (score: string) => `Computed ${score}`,
  /** Where a person has set the tier and left the score. */
  scoreSays: (tier: string) => `The score alone says ${tier}`,
  possible: (low: string, high: string) => `could be ${low} to ${high}`,
  /** Over the list of what is missing from 100. */
  lost: (points: string) => `Where the other ${points} points are`,
  rest: 'Everything else',
});
