import { readEither } from './ask.ts';
import type { Clock } from './clock.ts';
import { type Database, openDatabase, type Row } from './database.ts';
import type { Kept } from './live-feed.ts';
import type { ReportCache, ReportShelf } from './report-cache.ts';

export type { ReportCache, ReportShelf } from './report-cache.ts';

/** Where reports are kept, how many, and for how long. */
export interface IndexedDBCacheOptions {
  /** The database is `hale:{name}`: clients that differ in more than their address and subject, such as in a header, take different ones. */
  readonly name: string;
  /** Reports kept at most, of all clients of the name; 100 where absent. */
  readonly keeps?: number;
  /** Characters of a report that is kept at most; 250,000 where absent. */
  readonly maxLength?: number;
  /** ms after which a report is not shown any more, and forgotten; a day where absent. */
  readonly maxAge?: number;
  /** In the place of the browser's own. */
  readonly indexedDB?: IDBFactory;
}

/** ms that a report is waited for: whoever has none asks for it without. */
const patience = 250;

/**
 * Keeps reports in IndexedDB, so that a page that is loaded again shows them, as old as they are, until the answer is there.
 * Holds reports alone, never a token. Where the browser gives no database, or one that is broken, blocked or full, nothing is kept.
 */
export function indexedDBCache(options: IndexedDBCacheOptions): ReportCache {
  const { name, keeps = 100, maxLength = 250_000, maxAge = 86_400_000 } = options;
  const database = openDatabase(() => options.indexedDB ?? indexedDB, `hale:${name}`);
  let shelves = 0;
  /** Once it has not answered in time, nobody waits for it again. */
  let isBroken = false;

  /** What is there in a moment; null where it is not. */
  function soon<T>(clock: Clock, work: Promise<T>): Promise<T | null> | null {
    if (isBroken) return null;
    return new Promise((resolve) => {
      const forget = clock.after(patience, () => {
        isBroken = true;
        resolve(null);
      });
      void work.then((found) => {
        forget();
        resolve(found);
      });
    });
  }

  return {
    open(api, subject, clock) {
      let isOpen = true;
      shelves++;
      const oldest = clock.now() - maxAge;
      void database.run('readwrite', (store) => clean(store, api, subject, oldest));
      const rowOf = rowsOf(database, api, subject);
      const shelf: ReportShelf = {
        async read(accountId) {
          if (!isOpen) return null;
          const row = await soon(clock, rowOf(accountId));
          return isOpen ? readRow(row, accountId, clock.now()) : null;
        },
        write(accountId, kept) {
          if (!isOpen) return;
          const text = kept ? JSON.stringify(kept.report) : '';
          void database.run('readwrite', (store) => {
            const key = [api, subject, accountId];
            if (!kept || text.length > maxLength) return store.delete(key);
            const row: Row = { text, etag: kept.etag, at: kept.receivedAt };
            store.put(row, key);
            prune(store, keeps);
          });
        },
        async close(clear) {
          if (!isOpen) return;
          isOpen = false;
          shelves--;
          if (clear)
            await soon(
              clock,
              database.run('readwrite', (store) => store.delete(below(api, subject))),
            );
          if (shelves === 0) database.close();
        },
      };
      return shelf;
    },
  };

  function readRow(row: unknown, accountId: string, now: number): Kept | null {
    try {
      const { text, etag, at } = Object(row);
      const isOfUs = typeof text === 'string' && text.length <= maxLength && typeof at === 'number';
      if (!isOfUs || !(at <= now && at > now - maxAge)) return null;
      const report = readEither(JSON.parse(text));
      if (report.account.id !== accountId) return null;
      // Anything else in a header is an error of the request.
      const isTag = typeof etag === 'string' && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(etag);
      return { report, etag: isTag ? etag : null, receivedAt: at };
    } catch {
      return null;
    }
  }
}

/** Finds what is kept of an account: in one transaction for all that are looked for before it begins, so that they are asked for at once, too. */
function rowsOf(database: Database, api: string, subject: string): (accountId: string) => Promise<unknown> {
  let next: { readonly ids: Set<string>; readonly rows: Promise<ReadonlyMap<string, unknown>> } | null = null;

  function begin() {
    const ids = new Set<string>();
    const rows = new Map<string, unknown>();
    const done = database.run('readonly', (store) => {
      next = null;
      for (const id of ids) {
        const found = store.get([api, subject, id]);
        found.onsuccess = () => rows.set(id, found.result);
      }
    });
    return { ids, rows: done.then(() => rows) };
  }

  return async (accountId) => {
    next ??= begin();
    next.ids.add(accountId);
    return (await next.rows).get(accountId);
  };
}

/** All keys that begin with these: an array comes after every text. */
const below = (...start: string[]) => IDBKeyRange.bound(start, [...start, []]);

/** Forgets what is too old, and what others than the subject were told by the API. */
function clean(store: IDBObjectStore, api: string, subject: string, oldest: number): void {
  forgetOldest(store, IDBKeyRange.upperBound(oldest), Number.POSITIVE_INFINITY);
  store.delete(IDBKeyRange.bound([api], [api, subject], true, true));
  store.delete(IDBKeyRange.bound([api, subject, []], [api, []], true, true));
}

/** Forgets the oldest of what is more than `keeps`. */
function prune(store: IDBObjectStore, keeps: number): void {
  const count = store.index('at').count();
  count.onsuccess = () => {
    if (count.result > keeps) forgetOldest(store, null, count.result - keeps);
  };
}

function forgetOldest(store: IDBObjectStore, range: IDBKeyRange | null, most: number): void {
  const cursor = store.index('at').openKeyCursor(range);
  let left = most;
  cursor.onsuccess = () => {
    const { result } = cursor;
    if (!result || left-- <= 0) return;
    store.delete(result.primaryKey);
    result.continue();
  };
}
