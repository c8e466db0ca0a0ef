'use client';

// Written by `npm run build` from the element: change it there.
import { SegmentBars } from '@hale/widgets';
import '@hale/widgets/define/segment-bars.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleSegmentBars`. */
export interface HaleSegmentBarsProps extends HostProps<SegmentBars> {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: SegmentBars['timeZone'] | undefined;
  /**
   * A counted portfolio at hand, as `countPortfolio` of `@hale/core` gives it. It goes before `src`, which goes before
   * JSON in a `<script type="application/json">` inside.
   */
  portfolio?: SegmentBars['portfolio'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: SegmentBars['fetchToken'] | undefined;
  /** The address of a counted portfolio as JSON, asked for once and without cookies. */
  src?: SegmentBars['src'] | undefined;
  /** What the bars are called; "Accounts by segment" where absent. */
  label?: SegmentBars['label'] | undefined;
  /** `share` has each bar be all of its segment, with percentages in it; `count` by default. */
  measure?: SegmentBars['measure'] | undefined;
  /** A portfolio did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * How the accounts of each segment are spread over the tiers: bars as long as there are accounts, the worst tier first,
 * and those without a score dashed at the end.
 */
export const HaleSegmentBars = wrap<SegmentBars, HaleSegmentBarsProps>({
  name: 'HaleSegmentBars',
  tag: 'hale-segment-bars',
  properties: {
    timeZone: 'time-zone',
    portfolio: null,
    fetchToken: null,
    src: 'src',
    label: 'label',
    measure: 'measure',
  },
  events: { onHaleError: 'hale-error' },
  fallback: SegmentBars.fallback,
});
