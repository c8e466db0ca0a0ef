import { defineMessages } from '../../ui/messages.ts';
import { noun } from '../../ui/noun.ts';

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];
const severity = { high: 'high', medium: 'medium', low: 'low' } as const;

/** The risk flags' own words. Counts come as numbers and, where a language writes them otherwise, as written. */
export const flagMessages = defineMessages('risk-flags', {
  risk: 'Risk flags',
  growth: 'Growth signals',
  severity: { high: 'High', medium: 'Medium', low: 'Low' } as const,

  /** How many there are, and how many of them are as severe as the severest. */
  headline: (count: number, shown: string, most: number, worst: keyof typeof severity) => {
    const all = numbers[count] ?? shown;
    if (most === count) return `${all}, ${count === 1 ? '' : count === 2 ? 'both ' : 'all '}${severity[worst]}`;
    return `${all}, ${(numbers[most] ?? String(most)).toLowerCase()} of them ${severity[worst]}`;
  },
  toBuildOn: (count: number, shown: string) => `${numbers[count] ?? shown} to build on`,
  none: { risk: 'No risk flags', growth: 'No growth signals' } as const,
  noneSeen: { risk: 'No risk flags in what was observed', growth: 'No growth signals in what was observed' } as const,
  unknown: 'Not part of this report',
  unobserved: (names: string) => `Not observed: ${names}`,
  others: (shown: string) => `${shown} more`,
  list: (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names),

  count: (shown: string, worst: keyof typeof severity) => `${shown} ${severity[worst]}`,
  flags: (count: number) => noun(count, 'risk flag'),
  signals: (count: number) => noun(count, 'growth signal'),

  days: (shown: string, count: number) => `${shown} ${noun(count, 'day')}`,
  value: (label: string, value: string) => `${label} ${value}`,
  change: (evidence: string, now: string, before: string) => `${evidence}, from ${before} to ${now}`,
  share: (evidence: string, part: string, whole: string) => `${evidence}, ${part} of ${whole}`,
  limit: {
    risk: (evidence: string, limit: string) => `${evidence}; limit ${limit}`,
    growth: (evidence: string, limit: string) => `${evidence}; counts from ${limit}`,
  },
  severe: (severity: string) => `${severity}.`,
  severeSince: (severity: string, day: string) => `${severity} since ${day}.`,
  since: (day: string) => `Since ${day}.`,

  more: (shown: string) => `and ${shown} more`,
  fewer: 'Show fewer',
});
