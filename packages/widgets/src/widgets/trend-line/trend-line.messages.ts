import { defineMessages } from '../../ui/messages.ts';
import { noun } from '../../ui/noun.ts';

const days = (count: number) => `${count} ${noun(count, 'day')}`;

/** The trend line's own words. Values arrive formatted; counts also as numbers. */
export const trendMessages = defineMessages('trend-line', {
  health: 'Health',
  title: (label: string, span: string) => `${label}, ${span}`,
  days: (count: number) => days(count),
  weeks: (count: number) => `${count} ${noun(count, 'week')}`,
  months: (count: number) => `${count} ${noun(count, 'month')}`,
  years: (count: number) => `${count} ${noun(count, 'year')}`,

  stopped: (day: string, score: string) => `No score since ${day}; it was ${score}`,

  noData: 'no data',
  forecast: 'forecast',
  model: (version: string) => `model v${version}`,
  flags: (count: number, shown: string) => `${shown} ${noun(count, 'flag')}`,
  average: (over: string) => `each point the average of ${over}`,
  both: (one: string, other: string) => `${one}; ${other}`,

  /** `tier` is empty on a scale without tiers. */
  reading: (day: string, score: string, tier: string) => (tier ? `${day}: ${score}, ${tier}` : `${day}: ${score}`),
  unread: (day: string) => `${day}: no data`,

  /** `likely` is a share: how often it ends between `low` and `high`. */
  foreseen: (day: string, score: string, low: string, high: string) => `${day}: forecast ${score}, ${low} to ${high}`,
  ahead: (day: string, score: string, likely: string, low: string, high: string) =>
    `forecast for ${day} (dashed): ${score}, ${likely} likely within ${low} to ${high}`,
  notAhead: {
    'too-few-points': 'no forecast: too little history',
    'no-better-than-today': 'no forecast: “no change” has been as good a guess',
    'set-by-hand': 'no forecast: set by hand',
  },

  sentence: (said: string) => `${said[0]?.toUpperCase()}${said.slice(1)}.`,

  range: (from: string, fromDay: string, to: string, toDay: string) =>
    `From ${from} on ${fromDay} to ${to} on ${toDay}.`,
  extremes: (high: string, highDay: string, low: string, lowDay: string) =>
    `Highest ${high} on ${highDay}, lowest ${low} on ${lowDay}.`,
  gap: (from: string, to: string) => `No data from ${from} to ${to}.`,
  moreGaps: (count: number, shown: string) => `${shown} more ${noun(count, 'gap')}.`,
  changed: (version: string, day: string) => `Model v${version} since ${day}.`,

  read: (title: string) => `${title}: read point by point`,
  move: 'point',
  ends: 'ends',
  leave: 'leave',

  table: (title: string) => `${title}, as a table`,
  date: 'Date',
  score: 'Score',
  tier: 'Tier',
  version: 'Model',
  likelyScore: 'Forecast',
  low: 'Low',
  high: 'High',
});
