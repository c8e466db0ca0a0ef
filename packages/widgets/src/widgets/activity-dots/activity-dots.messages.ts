import { defineMessages } from '../../ui/messages.ts';
import { noun } from '../../ui/noun.ts';

const days = (count: number) => noun(count, 'day');
const weeks = (count: number) => noun(count, 'week');

/** The activity dots' own words. Counts come twice: as numbers, to choose a form by, and as written. */
export const activityMessages = defineMessages('activity-dots', {
  activity: 'Activity',
  title: (label: string, shown: string, count: number) => `${label}, ${shown} ${weeks(count)}`,
  titleOf: (label: string, shown: string, all: string, count: number) =>
    `${label}, last ${shown} of ${all} ${weeks(count)}`,

  quiet: (names: string, count: number) => `${names} ${noun(count, 'has', 'have')} gone quiet`,
  others: (shown: string) => `${shown} more`,
  allQuiet: (shown: string, count: number) =>
    `${count > 2 ? `All ${shown} have` : count === 2 ? 'Both have' : 'Has'} gone quiet`,
  /** A list of names. */
  list: (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names),
  allActive: (shown: string, count: number, over: number) =>
    `${count > 2 ? `All ${shown} were` : count === 2 ? 'Both were' : 'Was'} active in the last ${over} days`,
  someActive: (shown: string, of: string, over: number) => `${shown} of ${of} were active in the last ${over} days`,
  none: 'No activity observed',
  idle: (shown: string, count: number) => `No activity in ${shown} ${days(count)}`,
  active: (over: number) => `active in ${over} days`,

  attendance: (active: string, of: string) => `${active} of ${of}`,
  attended: (active: string, of: string) => `active on ${active} of ${of} weekdays`,
  quietFor: (shown: string, count: number) => `quiet ${shown} ${days(count)}`,
  quietShort: (shown: string) => `quiet ${shown} d`,
  column: 'weekdays active',

  speck: 'none',
  steps: (ranges: string) => `${ranges} actions`,
  range: (from: string, to: string) => `${from}–${to}`,
  from: (least: string) => `${least}+`,
  key: 'key feature used',
  noData: 'no data',

  reading: (name: string, day: string, done: string) => `${name}, ${day}: ${done}`,
  actions: (shown: string, count: number) => `${shown} ${noun(count, 'action')}`,
  nothing: 'nothing',
  withKey: (done: string) => `${done}, a key feature among them`,
  more: (shown: string) => `and ${shown} more`,
  summary: (rows: string, from: string, to: string) => `${rows} rows from ${from} to ${to}, most active first.`,
  row: (name: string, state: string) => `${name}: ${state}.`,

  read: (title: string) => `${title}: read day by day`,
  move: 'day',
  moveRow: 'row',
  ends: 'ends',
  leave: 'leave',

  table: (title: string) => `${title}, as a table`,
  name: 'Name',
  days: 'Weekdays active',
  quietColumn: 'Days quiet',
});
