import type { Report } from '@hale/core/report';

/** Why a report did not come, in words for the reader, and when the next try is due. */
export interface SourceError {
  readonly code: 'network' | 'timeout' | 'refused' | 'server' | 'too-large' | 'malformed' | 'model';
  /** One or two English sentences; never markup. */
  readonly message: string;
  /** The HTTP status, where there was one. */
  readonly status?: number;
  /** When the source will try again by itself, in ms since 1970; null when it will not. */
  readonly retryAt: number | null;
}

/** What a source knows of one account now. A `report` beside `loading` or `error` is the last good one. */
export type SourceState =
  | { readonly status: 'loading'; readonly report?: Report }
  | { readonly status: 'ready'; readonly report: Report; readonly receivedAt: number }
  | { readonly status: 'error'; readonly error: SourceError; readonly report?: Report }
  | { readonly status: 'empty' };

export type SourceListener = (state: SourceState) => void;

/** Gives reports to widgets. Where they come from (a file, an API, the page itself) is its own business. */
export interface HealthSource {
  /**
   * Tells `listener` the state of an account, first before this returns and then at every change,
   * until the returned function is called.
   */
  subscribe(accountId: string, listener: SourceListener): () => void;
  /** Asks again for an account that somebody is subscribed to; nothing otherwise. */
  refresh?(accountId: string): void;
}
