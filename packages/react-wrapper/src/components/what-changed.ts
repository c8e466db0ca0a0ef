'use client';

// Written by `npm run build` from the element: change it there.
import { WhatChanged } from '@hale/widgets';
import '@hale/widgets/define/what-changed.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleWhatChanged`. */
export interface HaleWhatChangedProps extends HostProps<WhatChanged> {
  /** The later report, or customer's view. It goes before a source. */
  report?: WhatChanged['report'] | undefined;
  /** A source of the later report. */
  source?: WhatChanged['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: WhatChanged['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: WhatChanged['timeZone'] | undefined;
  /** What it is called; "What changed" where absent. The two dates follow. */
  label?: WhatChanged['label'] | undefined;
  /** The earlier report, of the same account. */
  earlier?: WhatChanged['earlier'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * Why a score is not what it was: what the customer did, what is observed, its segment or stage, the model and what was
 * set by hand, in points that add up to the change.
 */
export const HaleWhatChanged = wrap<WhatChanged, HaleWhatChangedProps>({
  name: 'HaleWhatChanged',
  tag: 'hale-what-changed',
  properties: { report: null, source: null, account: 'account', timeZone: 'time-zone', label: 'label', earlier: null },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: WhatChanged.fallback,
});
