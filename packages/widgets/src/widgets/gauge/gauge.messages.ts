import { defineMessages } from '../../ui/messages.ts';
import { plural } from '../../ui/plural.ts';

/** The gauge's own words. */
export const gaugeMessages = defineMessages('gauge', {
  health: 'Health',
  change: (points: string, days: number) => `${points} in ${days} ${plural('en', days, { one: 'day', other: 'days' })}`,
  noChange: (days: number) => `no change in ${days} ${plural('en', days, { one: 'day', other: 'days' })}`,
  possible: (low: string, high: string) => `could be ${low} to ${high}`,
  lost: (points: string) => `Where the other ${points} points are`,
  rest: 'Everything else',
});
