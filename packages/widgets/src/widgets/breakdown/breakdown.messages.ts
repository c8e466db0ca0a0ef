import { defineMessages } from '../../ui/messages.ts';

/** The breakdown's own words. Figures come as written. */
export const breakdownMessages = defineMessages('breakdown', {
  why: (score: string) => `Why ${score}`,
  whyNone: 'Why there is no score',
  whyAny: 'Why',
  /** The headline: where most of what is missing from the whole is missing. */
  gives: (label: string, points: string, of: string) => `${label} gives ${points} of its ${of} points`,
  givesToo: (first: string, label: string, points: string, of: string) => `${first}, ${label} ${points} of ${of}`,
  all: 'Everything gives all of its points',
  untellable: 'Not part of this report',

  caption: 'What each dimension and metric gives, in points',
  what: 'What',
  part: 'Dimension',
  value: 'Value',
  place: 'Share of the scale',
  outOf100: 'Of 100',
  weight: 'Weight, %',
  points: 'Points',
  most: 'Of',
  how: 'How it counts',

  of: (most: string) => `of ${most}`,
  aside: 'not counted',
  total: 'Score',
  besides: 'Besides the metrics',
  untold: 'Not told apart by this report',
  sums: 'Every point is listed; they add up to the score.',
  more: 'Show each metric',
  fewer: 'Hide each metric',
  /** Lines of a dimension that are summed in one. */
  rest: (shown: string) => `${shown} more`,
  next: (shown: string) => `Show ${shown} more`,
  largest: 'Show the largest alone',

  judged: (value: string) => `${value}; a person’s judgement`,
  start: 'to begin with',
  limit: 'held to its limits',
  missing: 'not observed',
  stale: 'last observed too long ago',
  observed: (share: string) => `${share} observed`,
  staleSince: (day: string) => `last observed ${day}, too long ago`,
  'not-applicable': 'does not apply',
  carried: (state: string, points: string) => `${state}; its ${points} points are carried by the rest`,
  counts: (state: string, score: string) => `${state}; counts as ${score} of 100`,
});
