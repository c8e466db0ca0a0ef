import type { Clock } from './clock.ts';
import type { Kept } from './live-feed.ts';

/** What outlives the page of what one subject was told by one API. Nothing of it rejects: what fails is as if it were not there. */
export interface ReportShelf {
  /** The last report of an account; null where there is none, none that can be read, or none to be had in a moment. */
  read(accountId: string): Promise<Kept | null>;
  /** Keeps an account's last report, in the place of the one before; null forgets it. */
  write(accountId: string, kept: Kept | null): void;
  /** Takes and gives nothing any more; resolves when all is forgotten, where `clear` says so. */
  close(clear: boolean): Promise<void>;
}

/** Where a client keeps reports beyond the page: `indexedDBCache` makes one. */
export interface ReportCache {
  /** Opens what is kept for one subject of an API, and forgets what is kept for others there. */
  open(api: string, subject: string, clock: Clock): ReportShelf;
}
