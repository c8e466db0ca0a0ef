'use client';

// Written by `npm run build` from the element: change it there.
import { Status } from '@hale/widgets';
import '@hale/widgets/define/status.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleStatus`. */
export interface HaleStatusProps extends HostProps<Status> {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before attributes. */
  report?: Status['report'] | undefined;
  /** A source of this status' own. */
  source?: Status['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Status['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Status['timeZone'] | undefined;
  /** Whose status: spoken, not shown. The report's account where absent. */
  label?: Status['label'] | undefined;
  /** 0–100, for a status without a report. Absent or empty is no score, never 0. */
  score?: Status['score'] | undefined;
  /** Id or label of the tier; by default the one the score falls in. */
  tier?: Status['tier'] | undefined;
  /** The scale, worst first; at risk, watch from 40, healthy from 70 by default. */
  tiers?: Status['tiers'] | undefined;
  /** Points gained or lost over `days`. */
  change?: Status['change'] | undefined;
  /** What `change` looks back over; 28 by default. */
  days?: Status['days'] | undefined;
  /** Share observed, 0–1. */
  coverage?: Status['coverage'] | undefined;
  /** When the score is of: `2026-11-14T09:00:00Z`. */
  asOf?: Status['asOf'] | undefined;
  /** The word alone, with the score, or with the score and its change; `score` by default. */
  show?: Status['show'] | undefined;
  /** `plain` has no ground, as for a table; `glyph` is the shape alone. `pill` by default. */
  layout?: Status['layout'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/** The tier of an account in a line of text: its shape, its word, and where asked for its score and how that moved. */
export const HaleStatus = wrap<Status, HaleStatusProps>({
  name: 'HaleStatus',
  tag: 'hale-status',
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
    show: 'show',
    layout: 'layout',
  },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: Status.fallback,
});
