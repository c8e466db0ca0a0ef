'use client';

// Written by `npm run build` from the element: change it there.
import type { Provider } from '@hale/widgets';
import '@hale/widgets/define/provider.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleProvider`. */
export interface HaleProviderProps extends HostProps<Provider> {
  /** Where reports come from. */
  source?: Provider['source'] | undefined;
  /** How close the widgets inside set their rows: `compact` or `comfortable`; as around it when absent. */
  density?: Provider['density'] | undefined;
  /** A widget inside shows another report; its event comes up through here. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A widget inside has no report, or cannot read it. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * Hands one source, and how close rows are set, down to every widget inside it; from a client also the account, the
 * language and the theme, where it says them.
 */
export const HaleProvider = wrap<Provider, HaleProviderProps>({
  name: 'HaleProvider',
  tag: 'hale-provider',
  properties: { source: null, density: 'density' },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
});
