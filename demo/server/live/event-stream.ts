import type { ChangeLog } from './change-log.ts';

/** One reader of the log. */
export interface Reader {
  readonly reaches: (account: string) => boolean;
  /** The id it heard last; null where it hears the first time, NaN where what it sent is none. */
  readonly from: number | null;
  /** When its token ends, in ms since 1970: the stream does then, too. */
  readonly ends: number;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
}

/** ms of silence at most: proxies, and readers that watch for it, take a longer one for the end. */
const heartbeat = 15_000;
/** Accounts in one event at most; whoever missed more is told to ask for everything. */
const most = 1000;

/**
 * The changes as server-sent events, made when they are read: for a reader that is slow nothing piles up, it is told later,
 * and of each account once. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventStream(log: ChangeLog, { reaches, from, ends, now }: Reader): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const encoder = new TextEncoder();
  let at = from;

  async function next(): Promise<string | null> {
    if (at === null) {
      at = log.begin();
      return `retry: 1000\nid: ${at}\n\n`;
    }
    while (!log.isEnded && now() < ends) {
      const news = log.after(at);
      at = news?.id ?? log.begin();
      const accounts = news?.accounts.filter(reaches) ?? [];
      if (!news || accounts.length > most) return `event: reset\nid: ${at}\ndata: {}\n\n`;
      if (accounts.length) return `event: changed\nid: ${at}\ndata: ${JSON.stringify({ accounts })}\n\n`;
      const began = now();
      await log.next(Math.min(heartbeat, ends - began), left.signal);
      if (left.signal.aborted) return null;
      if (now() - began >= heartbeat) return ':\n\n';
    }
    return null;
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const text = await next();
        if (left.signal.aborted) return;
        if (text === null) controller.close();
        else controller.enqueue(encoder.encode(text));
      },
      cancel: () => left.abort(),
    },
    // Nothing is made before somebody reads it.
    { highWaterMark: 0 },
  );
}
