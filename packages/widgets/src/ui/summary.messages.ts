import { defineMessages } from './messages.ts';

/** "1 day", "28 days", as English counts them. */
export const countDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** Words for the sentence that heads a score. Numbers come already written in the reader's language. */
export const summaryMessages = defineMessages('summary', {
  down: (points: string, days: number) => `Down ${points} in ${countDays(days)}`,
  up: (points: string, days: number) => `Up ${points} in ${countDays(days)}`,
  steady: (days: number) => `Steady over ${countDays(days)}`,
  below: (tier: string, day: string) => `below ${tier} since ${day}`,
  since: (tier: string, day: string) => `${tier} since ${day}`,
  /** Two parts of one sentence. */
  both: (first: string, second: string) => `${first}; ${second}`,
  scoreOf: (score: string) => `${score} of 100`,
  named: (name: string, rest: string) => `${name}: ${rest}`,
  /** Two of a list, and two sentences one after the other. */
  list: (first: string, second: string) => `${first}, ${second}`,
  next: (first: string, second: string) => `${first}. ${second}`,
  /** The tiers of a report that names none. */
  tiers: { 'at-risk': 'At risk', watch: 'Watch', healthy: 'Healthy' },
});
