'use client';

// Written by `npm run build` from the element: change it there.
import { TrendLine } from '@hale/widgets';
import '@hale/widgets/define/trend-line.js';
import { type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleTrendLine`. */
export interface HaleTrendLineProps extends HostProps<TrendLine> {
  report?: TrendLine['report'] | undefined;
  source?: TrendLine['source'] | undefined;
  account?: TrendLine['account'] | undefined;
  timeZone?: TrendLine['timeZone'] | undefined;
  /** What the line is of; "Health" where nothing is said. */
  label?: TrendLine['label'] | undefined;
  /** The history itself, in any order. */
  points?: TrendLine['points'] | undefined;
  /** The history as text: scores from `start` on, one every `step`, with `null` where there was none. */
  scores?: TrendLine['scores'] | undefined;
  /** The date of the first of `scores`, as `2026-01-05`. */
  start?: TrendLine['start'] | undefined;
  /** The time between `scores`: `7d`, `1w`, `12h`. */
  step?: TrendLine['step'] | undefined;
  /** The scale, where no report brings one. */
  tiers?: TrendLine['tiers'] | undefined;
  /** How many days back `points` or `scores` are compared with; 28 where nothing is said. */
  days?: TrendLine['days'] | undefined;
}

/** The score of an account over time, on the scale of tiers: a sentence, a line with its gaps, the score then and now. */
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
  },
  events: {},
  fallback: TrendLine.fallback,
});
