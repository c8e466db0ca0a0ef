'use client';

// Written by `npm run build` from the element: change it there.
import { TrendLine } from '@hale/widgets';
import '@hale/widgets/define/trend-line.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleTrendLine`. */
export interface HaleTrendLineProps extends HostProps<TrendLine> {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before attributes. */
  report?: TrendLine['report'] | undefined;
  /** A source of this widget's own. */
  source?: TrendLine['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: TrendLine['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: TrendLine['timeZone'] | undefined;
  /** What the line is of; "Health" where absent. */
  label?: TrendLine['label'] | undefined;
  /** A history without a report, in any order; before `scores`. */
  points?: TrendLine['points'] | undefined;
  /**
   * A history without a report, as text: `62 64 null 70`, or as JSON writes a list, oldest first. `null` or `-` is a
   * gap, never 0; so is anything else that is no score, of which the console tells.
   */
  scores?: TrendLine['scores'] | undefined;
  /** The date of the first of `scores`: `2026-01-05`. */
  start?: TrendLine['start'] | undefined;
  /** The time between `scores`: `12h`, `7d`, `1w`; a week by default. */
  step?: TrendLine['step'] | undefined;
  /** The scale of `scores` or `points`, worst first; at risk, watch from 40, healthy from 70 by default. */
  tiers?: TrendLine['tiers'] | undefined;
  /**
   * How many days back `scores` or `points` are compared with, 28 by default: with the score nearest to that day, at
   * most a quarter of the time off it, and what is said is how many days lie between the two.
   */
  days?: TrendLine['days'] | undefined;
  /** `row` draws the line alone, at any width, as for a table that says the rest elsewhere. */
  layout?: TrendLine['layout'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * The score of an account over time, on the scale of tiers: a sentence, a line with its gaps, the score then and now.
 * Read by pointer, by keyboard, or as a table.
 */
export const HaleTrendLine = wrap<TrendLine, HaleTrendLineProps>({
  name: 'HaleTrendLine',
  tag: 'hale-trend-line',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    label: 'label',
    points: null,
    scores: 'scores',
    start: 'start',
    step: 'step',
    tiers: null,
    days: 'days',
    layout: 'layout',
  },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: TrendLine.fallback,
});
