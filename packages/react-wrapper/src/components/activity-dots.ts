'use client';

// Written by `npm run build` from the element: change it there.
import { ActivityDots } from '@hale/widgets';
import '@hale/widgets/define/activity-dots.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleActivityDots`. */
export interface HaleActivityDotsProps extends HostProps<ActivityDots> {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before `rows`. */
  report?: ActivityDots['report'] | undefined;
  /** A source of this widget's own. */
  source?: ActivityDots['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: ActivityDots['account'] | undefined;
  /** In which the report's date is written: an IANA name, `UTC` by default. The days themselves are UTC. */
  timeZone?: ActivityDots['timeZone'] | undefined;
  /** What the dots are of; "Activity" where absent. */
  label?: ActivityDots['label'] | undefined;
  /**
   * Which grid of the report is shown, by what its rows are told apart by: `user`, `feature`, `team`; the first by
   * default.
   */
  by?: ActivityDots['by'] | undefined;
  /** Rows drawn at most, 15 by default; the table has them all. */
  max?: ActivityDots['max'] | undefined;
  /** Rows without a report; they need a `start`. */
  rows?: ActivityDots['rows'] | undefined;
  /** The first day of `rows`: `2026-01-05`. */
  start?: ActivityDots['start'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * Who, or what, was active on which day: a dot a day, whose area grows with what was done, and who has gone quiet. The
 * container decides how many weeks are shown. Read by pointer, by keyboard, or as a table.
 */
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
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: ActivityDots.fallback,
});
