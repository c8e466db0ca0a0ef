import { defineMessages } from '../../ui/messages.ts';
import { noun } from '../../ui/noun.ts';

/** The portfolio's own words. Figures and dates come as written. */
export const portfolioMessages = defineMessages('portfolio', {
  title: 'Accounts',
  /** Of how many accounts how many are in the worst tier. */
  worst: (count: string, of: string, tier: string) => `${count} of ${of} ${tier.toLowerCase()}`,
  noneWorst: (of: string, tier: string) => `None of ${of} ${tier.toLowerCase()}`,
  /** How many of all accounts renew within 30 days. */
  renewing: (said: string, shown: string, count: number) =>
    `${said}; ${shown} ${noun(count, 'renews', 'renew')} within 30 days`,
  all: (of: string, count: number) => `${of} ${noun(count, 'account')}`,
  shown: (count: string, of: string) => `${count} of ${of} shown`,
  none: 'No accounts yet',
  unlisted: 'Not part of this portfolio',
  nothing: 'Nothing matches',
  showAll: 'Show all accounts',
  unread: (shown: string, count: number) => `${shown} ${noun(count, 'row')} could not be read`,

  search: 'Find by name',
  tier: 'Tier',
  segment: 'Segment',
  anySegment: 'All segments',
  noSegment: 'No segment',
  columns: 'Columns',
  narrow: 'More of them show where there is more room.',
  sort: 'Order',
  rising: (column: string) => `${column}, rising`,
  falling: (column: string) => `${column}, falling`,
  keys: 'Arrows, Home, End, Page Up and Page Down move; Enter opens an account; typing finds one.',

  column: {
    account: 'Account',
    health: 'Health',
    trend: '12 weeks',
    change: '28 days',
    flags: 'Flags',
    growth: 'Growth',
    seats: 'Seats in use',
    value: 'Value a year',
    renewal: 'Renewal',
    coverage: 'Observed',
  } as const,
  score: 'Score',
  noScore: 'No score',
  byHand: 'by hand',
  steady: 'steady',
  up: (points: string) => `up ${points}`,
  down: (points: string) => `down ${points}`,
  trend: (from: string, to: string) => `from ${from} to ${to}`,
  severity: { high: 'high', medium: 'medium', low: 'low' } as const,
  seats: (used: string, of: string) => `${used} of ${of}`,
  onlySeats: (shown: string, count: number) => `${shown} ${noun(count, 'seat')}`,
  days: (shown: string, count: number) => `${shown} ${noun(count, 'day')}`,
  ago: (shown: string, count: number) => `${shown} ${noun(count, 'day')} ago`,
  today: 'today',
  nothingKnown: 'not known',
});
