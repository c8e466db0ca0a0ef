'use client';

// Written by `npm run build` from the element: change it there.
import { RiskFlags } from '@hale/widgets';
import '@hale/widgets/define/risk-flags.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleRiskFlags`. */
export interface HaleRiskFlagsProps extends HostProps<RiskFlags> {
  /** A report at hand; a customer's view has no flags to show. It goes before a source, which goes before `signals`. */
  report?: RiskFlags['report'] | undefined;
  /** A source of this widget's own. */
  source?: RiskFlags['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: RiskFlags['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: RiskFlags['timeZone'] | undefined;
  /** What the list is called; "Risk flags" or "Growth signals" where absent. */
  label?: RiskFlags['label'] | undefined;
  /** Which signals are shown; `risk` by default. */
  effect?: RiskFlags['effect'] | undefined;
  /** Signals shown until the reader asks for more; 40, which is the most, where absent. */
  max?: RiskFlags['max'] | undefined;
  /**
   * Signals without a report, as a report has them: each with a `label`, and `id`, `severity` (`low`, `medium` or
   * `high`; any other word counts as high), `effect` (`risk` or `growth`), `since`, `evidence` where there are any.
   */
  signals?: RiskFlags['signals'] | undefined;
  /** `row` shows the severest in one line and how many more there are, as for a table. */
  layout?: RiskFlags['layout'] | undefined;
  /** A reader asks for a playbook. Unless prevented, its steps unfold in place. */
  onHalePlaybook?: Handler<'hale-playbook'> | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/** The risk flags of an account, severest first: the fact, how severe, since when and why, and what is suggested. */
export const HaleRiskFlags = wrap<RiskFlags, HaleRiskFlagsProps>({
  name: 'HaleRiskFlags',
  tag: 'hale-risk-flags',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    label: 'label',
    effect: 'effect',
    max: 'max',
    signals: null,
    layout: 'layout',
  },
  events: { onHalePlaybook: 'hale-playbook', onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: RiskFlags.fallback,
});
