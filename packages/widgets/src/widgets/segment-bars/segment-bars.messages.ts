import { defineMessages } from '../../ui/messages.ts';

/** The segment bars' own words. Figures come as written. */
export const segmentMessages = defineMessages('segment-bars', {
  title: 'Accounts by segment',
  /** Of how many accounts how many are in the worst tier. */
  worst: (count: string, of: string, tier: string) => `${count} of ${of} ${tier.toLowerCase()}`,
  noneWorst: (of: string, tier: string) => `None of ${of} ${tier.toLowerCase()}`,
  /** Where most of those are. */
  most: (said: string, count: string, segment: string) => `${said}, ${count} of them in ${segment}`,
  missing: (said: string, count: string) => `${said}; ${count} without a score`,
  noneScored: (of: string) => `None of ${of} accounts has a score`,
  untold: 'Not all accounts are counted',
  none: 'No accounts yet',

  all: 'All accounts',
  noSegment: 'No segment',
  noScore: 'No score',
  unknown: 'not told',
  less: (share: string) => `under ${share}`,
  more: (count: string) => `and ${count} more segments, in the table`,

  caption: 'Accounts of each segment by tier',
  segment: 'Segment',
  accounts: 'Accounts',
  total: 'All',
  shareOf: (tier: string) => `${tier}, %`,
});
