'use client';

// Written by `npm run build` from the element: change it there.
import { Gauge } from '@hale/widgets';
import '@hale/widgets/define/gauge.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleGauge`. */
export interface HaleGaugeProps extends HostProps<Gauge> {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before attributes. */
  report?: Gauge['report'] | undefined;
  /** A source of this gauge's own. */
  source?: Gauge['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Gauge['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Gauge['timeZone'] | undefined;
  /** Whose score: shown above the dial, and spoken. The report's account where absent. */
  label?: Gauge['label'] | undefined;
  /** 0–100, for a gauge without a report. Absent or empty is no score, never 0. */
  score?: Gauge['score'] | undefined;
  /** Id or label of the tier; by default the one the score falls in. */
  tier?: Gauge['tier'] | undefined;
  /** The scale, worst first; at risk, watch from 40, healthy from 70 by default. */
  tiers?: Gauge['tiers'] | undefined;
  /** Points gained or lost over `days`. */
  change?: Gauge['change'] | undefined;
  /** What `change` looks back over; 28 by default. */
  days?: Gauge['days'] | undefined;
  /** Share observed, 0–1. */
  coverage?: Gauge['coverage'] | undefined;
  /** When the score is of: `2026-11-14T09:00:00Z`. */
  asOf?: Gauge['asOf'] | undefined;
  /** `row` lays the scale down at any width, as for a table; by default below 96 px only. */
  layout?: Gauge['layout'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/** The score of an account on its scale, with its tier, its change, and how much was seen. */
export const HaleGauge = wrap<Gauge, HaleGaugeProps>({
  name: 'HaleGauge',
  tag: 'hale-gauge',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    label: 'label',
    score: 'score',
    tier: 'tier',
    tiers: null,
    change: 'change',
    days: 'days',
    coverage: 'coverage',
    asOf: 'as-of',
    layout: 'layout',
  },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: Gauge.fallback,
});
