import { type Attention, pageAttention } from './attention.ts';
import { batched } from './batch.ts';
import { bearer, type FetchToken } from './bearer.ts';
import type { HealthSource } from './health-source.ts';
import { ended, type Kept, type LiveFeed, type LiveSetting, openLiveFeed } from './live-feed.ts';
import { openLiveStream } from './live-stream.ts';
import type { ReportCache } from './report-cache.ts';
import { share } from './share.ts';
import { openShown, type ShowingSource, type Shown } from './shown.ts';
import { below, type FetchSourceOptions, transportOf } from './transport.ts';

/** How a client gets reports and keeps them up to date. */
export interface HealthClientOptions extends FetchSourceOptions, Partial<Shown> {
  /** Who is signed in, by whatever name: what is kept is kept for this subject alone. */
  readonly subject: string;
  /** Where many reports are had at once, such as `v1/health`: asked as `?ids=a,b`; one request for each account where absent. */
  readonly batch?: string;
  /** Where the server tells which reports change, such as `v1/stream`; asked for every now and then where absent, or where there is none. */
  readonly stream?: string;
  /** ms after which a report that somebody looks at is asked for again; 60,000 where absent, null for never. */
  readonly refreshEvery?: number | null;
  /** ms for which a report is new enough to come back to without a request; 15,000 where absent. */
  readonly freshFor?: number;
  /** Accounts whose last report is kept in memory at most; 50 where absent. */
  readonly keeps?: number;
  /** Where reports are kept beyond the page, for this subject alone, such as `indexedDBCache({ name })`; nowhere where absent. */
  readonly cache?: ReportCache;
  /** In the place of what the page itself knows. */
  readonly attention?: Attention;
}

/** What may change while widgets stay where they are; `account`, `language` and `theme` of those inside a provider. */
export interface HealthClientChanges extends Partial<Shown> {
  /** Somebody else is signed in: all that was kept is forgotten, and asked for anew with a new token. */
  readonly subject?: string;
  /** Another way to a token: the one in memory is forgotten, what is shown stays. */
  readonly fetchToken?: FetchToken;
  /** In the place of the headers sent so far. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A source that keeps what is looked at up to date. */
export interface HealthClient extends Required<HealthSource>, Pick<ShowingSource, 'follow'> {
  /**
   * Tells whose reports are other ones, null where any of them may be, as the server does; for a page that shows many
   * accounts at once. Nothing is told without a `stream`, nor while nobody looks: then what was missed is told. Gives what ends it.
   */
  onChanged(tell: (accounts: readonly string[] | null) => void): () => void;
  update(changes: HealthClientChanges): void;
  /**
   * Ends every request, timer and listener, forgets all reports and the token, and empties the widgets that still listen.
   * Where there is a cache, forgets what it keeps for the subject, too, unless `clear` is false; resolves when that is done.
   */
  destroy(options?: { readonly clear?: boolean }): Promise<void>;
}

/**
 * A source for pages that stay open: as `fetchSource`, and asks again now and then, not while nobody looks or the network
 * is away, at once when they are back; shows a report it knows while it asks for a newer one.
 * Throws a HealthError when `baseUrl` is not an http or https address, `path` does not lead to an account below it, or
 * `batch` or `stream` leads elsewhere.
 */
export function createHealthClient(options: HealthClientOptions): HealthClient {
  const { attention = pageAttention, keeps = 50, refreshEvery = 60_000, freshFor = 15_000 } = options;
  let { subject, fetchToken } = options;
  const single = transportOf(options);
  const { batch } = options;
  let transport =
    batch === undefined ? single : { ...single, fetch: batched(single, below(single.root, 'batch', batch)) };
  let isEnded = false;
  const shown = openShown(options);
  const kept = new Map<string, Kept>();
  const open = new Map<LiveFeed, string>();
  const openShelf = () => options.cache?.open(single.root.href + single.path, subject, single.clock) ?? null;
  let shelf = openShelf();
  const listeners = new Set<{ readonly tell: (accounts: readonly string[] | null) => void }>();
  const isAwake = () => attention.isVisible() && attention.isOnline();

  const stream =
    options.stream === undefined
      ? null
      : openLiveStream({
          url: below(single.root, 'stream', options.stream),
          transport: () => ({ ...transport, fetch: single.fetch }),
          random: options.random ?? Math.random,
          changed,
        });

  function changed(accounts: readonly string[] | null): void {
    // Whoever comes back to one that is kept asks for it.
    for (const [id, report] of kept) if (accounts?.includes(id) ?? true) kept.set(id, { ...report, receivedAt: 0 });
    for (const [feed, id] of [...open]) if (accounts?.includes(id) ?? true) feed.changed();
    for (const { tell } of [...listeners]) tell(accounts);
  }

  /** Keeps the stream for as long as anybody has a use for it. */
  function listen(): void {
    if (!isAwake() || open.size + listeners.size === 0) stream?.stop();
    else stream?.start();
  }

  /** The last accounts that were heard of, the oldest first. */
  function keep(accountId: string, report: Kept | null): void {
    kept.delete(accountId);
    if (report) kept.set(accountId, report);
    const [oldest] = kept.keys();
    if (kept.size > keeps && oldest !== undefined) kept.delete(oldest);
    shelf?.write(accountId, report);
  }

  const source = share((accountId, tell) => {
    if (isEnded) {
      tell({ status: 'error', error: ended });
      return { refresh() {}, stop() {} };
    }
    const setting: LiveSetting = {
      transport: () => transport,
      random: options.random ?? Math.random,
      isAwake,
      toldSince: () => stream?.liveSince ?? null,
      refreshEvery,
      freshFor,
      recall: () => shelf?.read(accountId) ?? null,
      keep: (report) => keep(accountId, report),
    };
    const feed = openLiveFeed(setting, accountId, kept.get(accountId) ?? null, tell);
    open.set(feed, accountId);
    listen();
    return {
      refresh: () => !isEnded && feed.refresh(),
      stop() {
        open.delete(feed);
        feed.stop();
        listen();
      },
    };
  });

  let wasAwake = isAwake();
  const deaf = attention.listen(() => {
    if (isAwake() === wasAwake) return;
    wasAwake = !wasAwake;
    for (const feed of [...open.keys()]) wasAwake ? feed.wake() : feed.rest();
    listen();
  });

  return {
    ...source,
    follow: shown.follow,
    onChanged(tell) {
      const own = { tell };
      if (!isEnded) listeners.add(own);
      if (!isEnded) listen();
      return () => {
        if (listeners.delete(own)) listen();
      };
    },
    update(changes) {
      if (isEnded) return;
      const isOther = changes.subject !== undefined && changes.subject !== subject;
      const isNew = changes.fetchToken !== undefined && changes.fetchToken !== fetchToken;
      if (!isOther && !isNew && !changes.headers) return shown.update(changes);
      subject = changes.subject ?? subject;
      fetchToken = changes.fetchToken ?? fetchToken;
      // The token in memory is of the one who was signed in.
      const own = isOther || isNew ? (fetchToken ? bearer(fetchToken, single.clock) : null) : transport.bearer;
      transport = { ...transport, bearer: own, headers: { ...(changes.headers ?? transport.headers) } };
      if (isOther) {
        kept.clear();
        // What was kept for the one before goes as another's is opened.
        void shelf?.close(false);
        shelf = openShelf();
      }
      for (const feed of [...open.keys()]) feed.restart(isOther);
      stream?.restart(isOther);
      // Last: whatever comes of it in the page, another is signed in.
      shown.update(changes);
    },
    async destroy({ clear = true } = {}) {
      if (isEnded) return;
      isEnded = true;
      shown.end();
      deaf();
      stream?.stop();
      for (const feed of [...open.keys()]) feed.end();
      open.clear();
      listeners.clear();
      kept.clear();
      transport = { ...transport, bearer: null, headers: {} };
      await shelf?.close(clear);
    },
  };
}
