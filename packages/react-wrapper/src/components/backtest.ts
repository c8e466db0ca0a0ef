'use client';

// Written by `npm run build` from the element: change it there.
import { Backtest } from '@hale/widgets';
import '@hale/widgets/define/backtest.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleBacktest`. */
export interface HaleBacktestProps extends HostProps<Backtest> {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Backtest['timeZone'] | undefined;
  /**
   * A backtest at hand, as `runBacktest` of `@hale/core/validation` gives it. It goes before `src`, which goes before
   * JSON in a `<script type="application/json">` inside.
   */
  report?: Backtest['report'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: Backtest['fetchToken'] | undefined;
  /** The address of a backtest as JSON, asked for once and without cookies. */
  src?: Backtest['src'] | undefined;
  /** What was checked; the backtest's own title where absent. */
  label?: Backtest['label'] | undefined;
  /** A backtest did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * Whether a score told the truth: what it said of accounts on days gone by against what became of them. The verdict
 * first, then how often it was wrong, which way, for whom, and whether its weights should change.
 */
export const HaleBacktest = wrap<Backtest, HaleBacktestProps>({
  name: 'HaleBacktest',
  tag: 'hale-backtest',
  properties: { timeZone: 'time-zone', report: null, fetchToken: null, src: 'src', label: 'label' },
  events: { onHaleError: 'hale-error' },
  fallback: Backtest.fallback,
});
