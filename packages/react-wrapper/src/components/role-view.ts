'use client';

// Written by `npm run build` from the element: change it there.
import { RoleView } from '@hale/widgets';
import '@hale/widgets/define/role-view.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleRoleView`. */
export interface HaleRoleViewProps extends HostProps<RoleView> {
  /** A report, or a customer's view, at hand. It goes before a source. */
  report?: RoleView['report'] | undefined;
  /** A source of this widget's own. */
  source?: RoleView['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: RoleView['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: RoleView['timeZone'] | undefined;
  /**
   * Who reads; `success` by default, and `customer`, which tells least, for a word that is none of these. `customer`
   * takes a customer's view alone, and refuses a report.
   */
  view?: RoleView['view'] | undefined;
  /** What the view is called; the reader's role where absent. */
  label?: RoleView['label'] | undefined;
  /**
   * What the vendor's records say, for `sales`: `{ renewal, seats, activeUsers, yearlyValue, currency }`, as
   * `listAccount` of `@hale/core` takes them.
   */
  facts?: RoleView['facts'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * One account as one reader needs it: a sentence, one figure and up to five readings, for customer success, for sales,
 * for product, or for the customer itself. What is not known is dashed and says so.
 */
export const HaleRoleView = wrap<RoleView, HaleRoleViewProps>({
  name: 'HaleRoleView',
  tag: 'hale-role-view',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    view: 'view',
    label: 'label',
    facts: null,
  },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: RoleView.fallback,
});
