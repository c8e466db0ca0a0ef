'use client';

// Written by `npm run build` from the element: change it there.
import { Breakdown } from '@hale/widgets';
import '@hale/widgets/define/breakdown.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleBreakdown`. */
export interface HaleBreakdownProps extends HostProps<Breakdown> {
  /** A report, or a customer's view, at hand. It goes before a source. */
  report?: Breakdown['report'] | undefined;
  /** A source of this widget's own. */
  source?: Breakdown['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Breakdown['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Breakdown['timeZone'] | undefined;
  /** What the ledger is called; "Why 62" where absent. */
  label?: Breakdown['label'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * What a score is made of: what each dimension and metric gave, of how much, in points that add up to the score; what
 * was not observed, and what became of its weight.
 */
export const HaleBreakdown = wrap<Breakdown, HaleBreakdownProps>({
  name: 'HaleBreakdown',
  tag: 'hale-breakdown',
  properties: { report: null, source: null, account: 'account', timeZone: 'time-zone', label: 'label' },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: Breakdown.fallback,
});
