'use client';

// Written by `npm run build` from the element: change it there.
import type { Provider } from '@hale/widgets';
import '@hale/widgets/define/provider.js';
import { type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleProvider`. */
export interface HaleProviderProps extends HostProps<Provider> {
  /** Where reports come from. */
  source?: Provider['source'] | undefined;
}

/** Hands one source down to every widget inside it. */
export const HaleProvider = wrap<Provider, HaleProviderProps>({
  name: 'HaleProvider',
  tag: 'hale-provider',
  properties: { source: null },
  events: {},
});
