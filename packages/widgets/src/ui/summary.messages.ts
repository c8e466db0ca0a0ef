import { defineMessages } from './messages.ts';

const inDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

/** Words for the sentence that heads a score. Numbers come already written in the reader's language. */
export const summaryMessages = defineMessages('summary', {
  down: (points: string, days: number) => `Down ${points} in ${inDays(days)}`,
  up: (points: string, days: number) => `Up ${points} in ${inDays(days)}`,
  steady: (days: number) => `Steady over ${inDays(days)}`,
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
