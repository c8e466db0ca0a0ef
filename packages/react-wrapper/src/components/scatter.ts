'use client';

// Written by `npm run build` from the element: change it there.
import { Scatter } from '@hale/widgets';
import '@hale/widgets/define/scatter.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleScatter`. */
export interface HaleScatterProps extends HostProps<Scatter> {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Scatter['timeZone'] | undefined;
  /**
   * A portfolio with its accounts at hand. It goes before `src`, which goes before JSON in a `<script
   * type="application/json">` inside.
   */
  portfolio?: Scatter['portfolio'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: Scatter['fetchToken'] | undefined;
  /** The address of a portfolio with its accounts as JSON, asked for once and without cookies. */
  src?: Scatter['src'] | undefined;
  /** What is shown; the two figures and how many accounts where absent. */
  label?: Scatter['label'] | undefined;
  /** The figure that runs across; `seat-use` by default. */
  x?: Scatter['x'] | undefined;
  /** The figure that runs up; `score` by default. */
  y?: Scatter['y'] | undefined;
  /** Id of the account that is ringed and named. */
  subject?: Scatter['subject'] | undefined;
  /** A portfolio did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * The accounts of a portfolio by two of their figures, each as the shape of its tier, with a line that outliers hardly
 * bend and how far the two rise together. More than 500 accounts are gathered, and the widget says so.
 */
export const HaleScatter = wrap<Scatter, HaleScatterProps>({
  name: 'HaleScatter',
  tag: 'hale-scatter',
  properties: {
    timeZone: 'time-zone',
    portfolio: null,
    fetchToken: null,
    src: 'src',
    label: 'label',
    x: 'x',
    y: 'y',
    subject: 'subject',
  },
  events: { onHaleError: 'hale-error' },
  fallback: Scatter.fallback,
});
