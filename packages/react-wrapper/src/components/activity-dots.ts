'use client';

// Written by `npm run build` from the element: change it there.
import { ActivityDots } from '@hale/widgets';
import '@hale/widgets/define/activity-dots.js';
import { type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleActivityDots`. */
export interface HaleActivityDotsProps extends HostProps<ActivityDots> {
  report?: ActivityDots['report'] | undefined;
  source?: ActivityDots['source'] | undefined;
  account?: ActivityDots['account'] | undefined;
  timeZone?: ActivityDots['timeZone'] | undefined;
  /** What the dots are of; "Activity" where nothing is said. */
  label?: ActivityDots['label'] | undefined;
  /** Which grid of the report is shown, by what its rows are told apart by: `user`, `feature`, `team`; else the first. */
  by?: ActivityDots['by'] | undefined;
  /** Rows drawn at most; the table has them all. */
  max?: ActivityDots['max'] | undefined;
  /** The rows themselves, with `start`. */
  rows?: ActivityDots['rows'] | undefined;
  /** The first day of `rows`, as `2026-01-05`. */
  start?: ActivityDots['start'] | undefined;
}

/** Who, or what, was active on which day: a dot a day, whose area grows with what was done, and who has gone quiet. */
export const HaleActivityDots = wrap<ActivityDots, HaleActivityDotsProps>({
  name: 'HaleActivityDots',
  tag: 'hale-activity-dots',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    label: 'label',
    by: 'by',
    max: 'max',
    rows: null,
    start: 'start',
  },
  events: {},
  fallback: ActivityDots.fallback,
});
