import { defineMessages } from '../../ui/messages.ts';

/** The scatter's own words. Figures come as written. */
export const scatterMessages = defineMessages('scatter', {
  measures: {
    score: 'Health',
    'seat-use': 'Seats in use',
    seats: 'Seats',
    'active-users': 'Active users',
    value: 'Yearly value',
    coverage: 'Share observed',
    change: 'Change in points',
  },
  title: (y: string, x: string, count: string) => `${y} and ${x.toLowerCase()}, ${count} accounts`,

  rising: 'They rise together',
  falling: 'One falls as the other rises',
  apart: 'They hardly move together',
  few: 'Too few accounts to tell whether they move together',
  told: (said: string, correlation: string, count: string) => `${said} (rank correlation ${correlation}, n ${count})`,
  fewTold: (said: string, count: string) => `${said} (n ${count})`,
  correlation: 'rank correlation',
  none: 'No accounts yet',
  unmeasured: 'No account has both figures',

  unplaced: (count: string) => `${count} without both figures`,
  gathered: (count: string) => `${count} accounts, gathered: each disc is as many as it is large`,
  both: (first: string, second: string) => `${first}; ${second}`,
  noScore: 'No score',
  reading: (name: string, x: string, y: string) => `${name}: ${x}, ${y}`,
  figure: (label: string, value: string) => `${label.toLowerCase()} ${value}`,
  cluster: (count: string) => `${count} accounts`,
  summary: (count: string, x: string, fromX: string, toX: string) => `${count} accounts. ${x}: ${fromX} to ${toX}.`,
  range: (y: string, from: string, to: string) => `${y}: ${from} to ${to}.`,

  read: (title: string) => `${title}: read point by point`,
  move: 'point',
  ends: 'ends',
  leave: 'leave',

  table: (title: string) => `${title}, as a table`,
  account: 'Account',
  tier: 'Tier',
});
