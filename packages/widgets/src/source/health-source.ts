import type { CustomerView, Report } from '@hale/core/report';
import type { Announce } from './announcer.ts';

/** Why a report did not come, and when the next try is due. */
export interface SourceError {
  readonly code: 'network' | 'timeout' | 'refused' | 'server' | 'too-large' | 'malformed' | 'model' | 'ended';
  /**
   * One or two English sentences; never markup. Readers see it where the code is `refused`, `server` or `model`; of the
   * others widgets tell in the reader's language, and this is for whoever looks for the cause, in `hale-error`.
   */
  readonly message: string;
  /** The HTTP status, where there was one. */
  readonly status?: number;
  /** When the source will try again by itself, in ms since 1970; null when it will not. */
  readonly retryAt: number | null;
}

/** What a source gives: a report, or a customer's view. Its `schema` tells which. */
export type Sourced = Report | CustomerView;

/**
 * What a source knows of one account now. A `report` beside `loading` or `error` is the last good one; `isStale` says that it is older
 * than one that is looked at gets, and is shown with its age until the answer is there.
 */
export type SourceState<R extends Sourced = Sourced> =
  | { readonly status: 'loading'; readonly report?: R; readonly isStale?: boolean }
  | { readonly status: 'ready'; readonly report: R; readonly receivedAt: number }
  | { readonly status: 'error'; readonly error: SourceError; readonly report?: R }
  | { readonly status: 'empty' };

export type SourceListener<R extends Sourced = Sourced> = (state: SourceState<R>) => void;

/** Gives reports to widgets. Where they come from (a file, an API, the page itself) is its own business. */
export interface HealthSource<R extends Sourced = Sourced> {
  /**
   * Tells `listener` the state of an account, first before this returns and then at every change,
   * until the returned function is called.
   */
  subscribe(accountId: string, listener: SourceListener<R>): () => void;
  /** Asks again for an account that somebody is subscribed to; nothing otherwise. */
  refresh?(accountId: string): void;
  /**
   * Has a screen reader say that an account is in another tier, once for all widgets that show it. Sources of Hale have
   * one polite live region for a whole page; a source without this says nothing.
   */
  announce?: Announce;
}
